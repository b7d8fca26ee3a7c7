import PathwaySim
import Scenarios

/// Writes an event log as XES (IEEE 1849-2016): a trace for each citizen, with the extensions for concepts, lifecycle,
/// time and organisation, so that process-mining programs find their way.
struct XESWriter {
    let scenario: Scenario
    let maker: EventRowMaker
    let words: WordTable
    let writer: AtomicFileWriter

    func write(_ traces: [EventLogFile.Trace]) {
        writer.write(head)
        for trace in traces { write(trace) }
        writer.write("</log>\n")
    }

    private var head: String {
        let extensions = [
            ("Concept", "concept"), ("Lifecycle", "lifecycle"), ("Time", "time"), ("Organizational", "org"),
        ]
        var lines = [
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
            "<log xes.version=\"1849-2016\" xes.features=\"\" xmlns=\"http://www.xes-standard.org/\">",
        ]
        lines += extensions.map {
            "  <extension name=\"\($0.0)\" prefix=\"\($0.1)\" uri=\"http://www.xes-standard.org/\($0.1).xesext\"/>"
        }
        lines += [
            "  <classifier name=\"Activity\" keys=\"concept:name\"/>",
            "  <classifier name=\"Activity and lifecycle\" keys=\"concept:name lifecycle:transition\"/>",
            "  " + Self.string("concept:name", scenario.id), "  " + Self.string("lifecycle:model", "standard"),
        ]
        return lines.joined(separator: "\n") + "\n"
    }

    private func write(_ trace: EventLogFile.Trace) {
        var text =
            "  <trace>\n    \(Self.string("concept:name", trace.citizen))\n    \(Self.string("source", trace.source))\n"
        let names = EventLogColumns(scenario).attributes
        for (name, (attribute, value)) in zip(names, zip(scenario.model.attributes, trace.attributes)) {
            text += "    \(Self.attribute(name, value, attribute.kind))\n"
        }
        for event in trace.events { text += self.text(event) }
        writer.write(text + "  </trace>\n")
    }

    private func text(_ event: EventLogFile.PackedEvent) -> String {
        let instant = SimTime(ticks: event.instant)
        // Local civil time; XES wants an offset, and none is meant.
        var parts = [
            Self.string("concept:name", words[event.activity]),
            Self.string("lifecycle:transition", event.lifecycle.rawValue),
            "<date key=\"time:timestamp\" value=\"\(maker.time(instant))+00:00\"/>",
            Self.string("event", words[event.event]),
        ]
        for (key, word) in [
            ("org:resource", words[event.resource]), ("step", words[event.step]), ("detail", words[event.detail]),
        ] where !word.isEmpty {
            parts.append(Self.string(key, word))
        }
        if event.waitedDays.isFinite {
            parts.append("<float key=\"waitedDays\" value=\"\(JSONWriter.number(event.waitedDays))\"/>")
        }
        parts.append("<boolean key=\"counted\" value=\"\(instant >= scenario.model.warmup)\"/>")
        return "    <event>" + parts.joined() + "</event>\n"
    }

    private static func string(_ key: String, _ value: String) -> String {
        "<string key=\"\(XMLText.escaped(key))\" value=\"\(XMLText.escaped(value))\"/>"
    }

    private static func attribute(_ key: String, _ value: String, _ kind: Attribute.Kind) -> String {
        switch kind {
        case .number where !value.isEmpty: "<float key=\"\(XMLText.escaped(key))\" value=\"\(value)\"/>"
        case .boolean: "<boolean key=\"\(XMLText.escaped(key))\" value=\"\(value)\"/>"
        default: string(key, value)
        }
    }
}
