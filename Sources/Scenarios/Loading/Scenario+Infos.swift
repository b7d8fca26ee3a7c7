internal import PathwaySim

extension JSONNode {
    /// The directory of offers.
    var offerInfos: [OfferInfo] {
        (self["offers"].map(ModelBuilder.named) ?? []).map { member in
            OfferInfo(
                id: member.key, label: member.value["label"]?.localisedText ?? Text(same: member.key),
                steps: (member.value["steps"]?.array ?? []).compactMap(\.string),
                operatedBy: member.value["operator"]?.string,
                level: member.value["level"]?.string.flatMap(OfferInfo.Level.init),
                targetGroup: member.value["targetGroup"]?.localisedText ?? Text(same: ""),
                evidence: member.value["evidence"]?.localisedText ?? Text(same: ""),
                until: member.value["until"]?.string.flatMap { CivilDate(iso: $0) })
        }
    }

    /// What is known about the named citizens beside the model.
    var caseInfos: [CaseInfo] {
        (self["cases"].map(ModelBuilder.named) ?? []).map { member in
            var labels: [String: Text] = [:]
            for step in member.value["stepLabels"].map(ModelBuilder.named) ?? [] {
                labels[step.key] = step.value.localisedText
            }
            return CaseInfo(
                id: member.key, title: member.value["title"]?.localisedText ?? Text(same: member.key),
                description: member.value["description"]?.localisedText, stepLabels: labels)
        }
    }

    /// What is known about the deadlines beside the model.
    func deadlineInfos(_ quantities: [FormChecker.Quantity]) -> [DeadlineInfo] {
        (self["deadlines"].map(ModelBuilder.named) ?? []).map { member in
            let limit = quantities.first { $0.path.hasPrefix("deadlines.\(member.key).limit") }
            return DeadlineInfo(
                id: member.key, kind: member.value["kind"]?.string.flatMap(DeadlineInfo.Kind.init) ?? .agreement,
                label: member.value["label"]?.localisedText ?? Text(same: member.key), provenance: limit?.provenance,
                limit: limit?.node.string ?? "",
                validFrom: member.value["validFrom"]?.string.flatMap(CivilDate.init(iso:)),
                validTo: member.value["validTo"]?.string.flatMap(CivilDate.init(iso:)))
        }
    }

    /// The document without what does not change a run: texts, provenance, and how it was put together.
    var modelOnly: JSONNode { Canonical.model(self, .object("scenario")) ?? JSONNode(.null) }
}

/// Reduces a document to what the model depends on, following the format.
private enum Canonical {
    /// Fields that do not change what is simulated.
    private static let leftOut: Set<String> = [
        "$schema", "schema", "id", "kind", "title", "description", "extends", "messages", "parties", "headline",
        "expected",
        "validation", "offers", "notice",
    ]

    static func model(_ node: JSONNode, _ form: ValueForm) -> JSONNode? {
        switch FormResolver.shape(of: node, form) {
        case .object(let object, let family):
            if object.name == "value", let value = node["value"], let field = object.field("value") {
                return model(value, field.form)
            }
            var result = JSONObject()
            for member in node.object?.members ?? [] {
                if family != nil, member.key == "kind" { result.set(member) }
                guard let field = object.field(member.key), field.form != .text else { continue }
                if object.name == "scenario", leftOut.contains(member.key) { continue }
                if member.key == "unit" || member.key == "contents" || member.key == "stepLabels" { continue }
                if member.key == "actor" { continue }
                if let kept = model(member.value, field.form) { result.set(member.key, to: kept) }
            }
            return JSONNode(.object(result))
        case .map(_, let value):
            var result = JSONObject()
            for member in ModelBuilder.named(node) {
                if let kept = model(member.value, value) { result.set(member.key, to: kept) }
            }
            return JSONNode(.object(result))
        case .list(let value):
            return JSONNode(.array((node.array ?? []).compactMap { model($0, value) }))
        default: return node
        }
    }
}

extension FormChecker {
    /// Every number with where it comes from.
    var entries: [ProvenanceEntry] {
        quantities.compactMap { quantity in
            guard quantity.node.holdsNumber, let provenance = quantity.provenance else { return nil }
            return ProvenanceEntry(
                path: quantity.path, value: quantity.node.string ?? quantity.node.preview, unit: quantity.field.unit,
                provenance: provenance, label: quantity.label)
        }
    }
}

extension ModelBuilder {
    /// Values that measures must come out as.
    func expectedValues() -> [ExpectedValue] {
        var copy = self
        return members("expected").compactMap { member in
            let (node, path) = (member.value, "expected.\(member.key)")
            var value = ExpectedValue(
                measure: node["measure"]?.string ?? member.key, kind: .exact(0), formula: node["formula"]?.localisedText
            )
            if let by = node["by"].map(Self.named)?.first {
                value.group = (by.key, by.value.string ?? (by.value.bool == true ? "true" : "false"))
            }
            if let exact = node["exact"].flatMap({ copy.number($0, "\(path).exact") }) {
                value.kind = .exact(exact)
            } else if let reference = node["reference"].flatMap({ copy.number($0, "\(path).reference") }) {
                let halfWidth = node["halfWidth"].flatMap { copy.number($0, "\(path).halfWidth") } ?? 0
                let lastDigit = node["lastDigit"].flatMap { copy.number($0, "\(path).lastDigit") } ?? 0
                value.kind = .reference(reference, halfWidth: halfWidth, lastDigit: lastDigit)
            } else {
                return nil
            }
            return value
        }
    }

    /// How long the checks against the expected values run.
    func validationRuns() -> [ValidationRun] {
        var copy = self
        return members("validation").map { member in
            let (node, path) = (member.value, "validation.\(member.key)")
            return ValidationRun(
                name: member.key,
                replications: node["replications"].flatMap { copy.integer($0, "\(path).replications") } ?? 50,
                horizon: node["horizon"].flatMap { copy.span($0, "\(path).horizon") },
                warmup: node["warmup"].flatMap { copy.span($0, "\(path).warmup") })
        }
    }
}
