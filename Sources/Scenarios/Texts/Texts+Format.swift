extension Texts {
    /// "a number from 0 to 1", "a whole number above 0".
    static func number(_ limits: ValueForm.Limits, whole: Bool) -> Text {
        let kind = whole ? Text(da: "et helt tal", en: "a whole number") : Text(da: "et tal", en: "a number")
        let minimum = limits.minimum.map { NumberFormat.text($0) }
        let maximum = limits.maximum.map { NumberFormat.text($0) }
        if let minimum, limits.exclusive {
            let above = kind + Text(da: " over ", en: " above ") + minimum
            guard let maximum else { return above }
            return above + Text(da: ", højst ", en: ", at most ") + maximum
        }
        switch (minimum, maximum) {
        case (let minimum?, let maximum?):
            return kind + Text(da: " fra ", en: " from ") + minimum + Text(da: " til ", en: " to ") + maximum
        case (let minimum?, nil): return kind + Text(da: " på mindst ", en: " of at least ") + minimum
        case (nil, let maximum?): return kind + Text(da: " på højst ", en: " of at most ") + maximum
        case (nil, nil): return kind
        }
    }

    /// What a number without a reason of its own is an assumption about.
    static func replaces(_ base: Text) -> Text {
        Text(
            da: "sat i dette scenarie i stedet for grundlagets tal (\(base.da))",
            en: "set in this scenario in place of the figure it builds on (\(base.en))")
    }

    /// What somebody wrote, in quotes and safe to print.
    private static func quote(_ written: String) -> String { Escaping.quoted(written) }

    /// "; did you mean X?", or nothing.
    static func suggestion(_ suggestion: String?) -> Text {
        guard let suggestion else { return Text(same: "") }
        return Text(da: "; mente du \"\(suggestion)\"?", en: "; did you mean \"\(suggestion)\"?")
    }

    /// The first few of what is allowed, quoted; nothing when there is nothing.
    static func allowedNames(_ names: [String]) -> Text {
        if names.isEmpty { return Text(da: "; der er ingen", en: "; there are none") }
        let shown = names.prefix(12).map { "\"\($0)\"" }.joined(separator: ", ")
        let more =
            names.count > 12
            ? Text(da: " og \(names.count - 12) til", en: " and \(names.count - 12) more") : Text(same: "")
        return Text(da: "; tilladt er \(shown)", en: "; allowed are \(shown)") + more
    }

    /// What is wrong, what is allowed, what to do.
    static func format(_ problem: FormatProblem) -> Text {
        switch problem {
        case .unknownKey(let key, let object, let hint, let allowed):
            return Text(da: "ukendt felt \(quote(key)) i \(object.da)", en: "unknown key \(quote(key)) in \(object.en)")
                + (hint == nil ? allowedNames(allowed) : suggestion(hint))
        case .wrongType(let found, let allowed):
            return Text(da: "fandt \(found); her skal stå \(allowed.da)", en: "found \(found); expected \(allowed.en)")
        case .unknownKind(let found, let allowed, let hint):
            guard let found else {
                return Text(da: "\"kind\" mangler", en: "\"kind\" is missing") + allowedNames(allowed)
            }
            return Text(da: "ukendt \"kind\": \(quote(found))", en: "unknown \"kind\": \(quote(found))")
                + (hint == nil ? allowedNames(allowed) : suggestion(hint))
        case .unknownWord(let found, let allowed, let hint):
            return Text(da: "\(quote(found)) er ikke en mulighed", en: "\(quote(found)) is not an option")
                + allowedNames(allowed)
                + suggestion(hint)
        case .outOfRange(let value, let limits):
            let number = NumberFormat.text(value)
            let allowed = self.number(limits, whole: false)
            return Text(
                da: "\(number.da) er uden for det tilladte: \(allowed.da)",
                en: "\(number.en) is out of range: \(allowed.en)")
        case .notWhole(let value):
            let number = NumberFormat.text(value)
            return Text(da: "\(number.da) er ikke et helt tal", en: "\(number.en) is not a whole number")
        case .missing(let field, let object):
            return Text(da: "\"\(field)\" mangler i \(object.da)", en: "\"\(field)\" is missing in \(object.en)")
        case .missingRoute(let field, let because):
            return Text(
                da: "\"\(field)\" mangler: hvor går de hen, som \"\(because)\" gælder for?",
                en: "\"\(field)\" is missing: where do those go to whom \"\(because)\" applies?")
        case .exactlyOne, .atLeastOne, .unknownReference, .unknownEvent, .badID, .badScenarioID, .takenName,
            .badDate, .reversedRange, .outsideCalendar, .probabilitySum, .noWeight, .noProvenance,
            .emptyProvenance, .rootProvenance, .distribution:
            return formatValues(problem)
        case .notAscending, .wrongLength, .reversedEnds, .outsideItsRange, .tooMany, .openUnitOfDuration,
            .wrongAttributeValue,
            .unknownValue, .drawForOtherType, .noValues, .attributeNotYet, .unknownOption,
            .otherwiseMissing, .conditionMissing, .usesRules, .minimumAboveMaximum, .undefinedNumber,
            .beforeStart, .afterStart, .empty, .needless:
            return formatRest(problem)
        }
    }

    private static func quoted(_ names: [String]) -> String { names.map { "\"\($0)\"" }.joined(separator: ", ") }

    private static func formatValues(_ problem: FormatProblem) -> Text {
        switch problem {
        case .exactlyOne(let fields, let given):
            if given.isEmpty {
                return Text(da: "et af felterne \(quoted(fields)) mangler", en: "one of \(quoted(fields)) is missing")
            }
            return Text(
                da: "\(quoted(given)) kan ikke stå sammen; giv kun det ene",
                en: "\(quoted(given)) cannot be given together; give only one")
        case .atLeastOne(let fields):
            return Text(
                da: "mindst et af felterne \(quoted(fields)) mangler",
                en: "at least one of \(quoted(fields)) is missing")
        case .unknownReference(let found, let reference, let hint, let wrongKind):
            let allowed = reference.text
            if wrongKind {
                return Text(
                    da: "\(quote(found)) findes, men her skal stå \(allowed.da)",
                    en: "\(quote(found)) exists, but this must be \(allowed.en)")
            }
            return Text(
                da: "\(quote(found)) findes ikke; her skal stå \(allowed.da)",
                en: "there is no \(quote(found)); this must be \(allowed.en)")
                + suggestion(hint)
        case .unknownEvent(let found, let hint):
            return Text(
                da:
                    "\(quote(found)) er ikke en hændelse; brug arrival, close, TRIN.enter, TRIN.start, TRIN.end, TRIN.leave (aftaler også TRIN.booked, meddelelser TRIN.sent, TRIN.received, TRIN.accepted)",
                en:
                    "\(quote(found)) is not an event; use arrival, close, STEP.enter, STEP.start, STEP.end, STEP.leave (appointments also STEP.booked, messages STEP.sent, STEP.received, STEP.accepted)"
            )
                + suggestion(hint)
        case .badID(let found):
            return Text(
                da: "\(quote(found)) kan ikke være et id: et lille bogstav a-z, derefter bogstaver og tal, højst 64",
                en: "\(quote(found)) cannot be an id: a lower-case letter a-z, then letters and digits, at most 64")
        case .badScenarioID(let found):
            return Text(
                da:
                    "\(quote(found)) kan ikke være scenariets id: et lille bogstav a-z, derefter a-z, A-Z, 0-9 og bindestreg, højst 64",
                en:
                    "\(quote(found)) cannot be the scenario's id: a lower-case letter a-z, then a-z, A-Z, 0-9 and hyphens, at most 64"
            )
        case .takenName(let found):
            return Text(
                da: "\(quote(found)) betyder allerede noget i regler; vælg et andet id",
                en: "\(quote(found)) already means something in rules; choose another id")
        case .badDate(let found, let allowed):
            return Text(
                da: "\(quote(found)) kan ikke læses; her skal stå \(allowed.da)",
                en: "\(quote(found)) cannot be read; expected \(allowed.en)")
        case .reversedRange(let found):
            return Text(da: "\(quote(found)) slutter, før den begynder", en: "\(quote(found)) ends before it begins")
        case .outsideCalendar:
            return Text(
                da:
                    "kalenderen kan ikke bruges: mindst én ugedag skal være arbejdsdag, og der skal åbnes, før der lukkes",
                en:
                    "the calendar cannot be used: at least one weekday must be a working day, and opening comes before closing"
            )
        case .probabilitySum(let sum):
            let number = NumberFormat.text((sum * 1e6).rounded() / 1e6)
            return Text(
                da: "sandsynlighederne giver tilsammen \(number.da); de skal give 1",
                en: "the probabilities sum to \(number.en); they must sum to 1")
        case .noWeight:
            return Text(da: "mindst en vægt skal være over 0", en: "at least one weight must be above 0")
        case .noProvenance(let found):
            return Text(
                da:
                    "\(found) har hverken \"source\" eller \"assumption\"; skriv den ved tallet, {\"value\": \(found), \"assumption\": \"…\"}, eller i objektet omkring det",
                en:
                    "\(found) has neither \"source\" nor \"assumption\"; give it at the number, {\"value\": \(found), \"assumption\": \"…\"}, or in an object around it"
            )
        case .emptyProvenance:
            return Text(da: "kilden eller antagelsen er tom", en: "the source or assumption is empty")
        case .rootProvenance:
            return Text(
                da:
                    "en kilde eller antagelse øverst i filen gælder kun for slagsen \"method\" og for det, et scenarie med \"extends\" selv ændrer",
                en:
                    "a source or assumption at the root counts only for kind \"method\" and for what a scenario with \"extends\" changes itself"
            )
        case .distribution(let problem):
            return Text(da: "\"\(problem.name)\": ", en: "\"\(problem.name)\": ") + problem.text
        // The switch over all cases is in `format`; these are the ones it sends here.
        default: return Text(same: problem.code.rawValue)
        }
    }

    private static func formatRest(_ problem: FormatProblem) -> Text {
        switch problem {
        case .notAscending: return Text(da: "tidspunkterne skal være stigende", en: "the instants must be ascending")
        case .wrongLength(let found, let allowed):
            return Text(
                da: "listen har \(found) led; den skal have \(allowed)",
                en: "the list has \(found) elements; it must have \(allowed)")
        case .reversedEnds(let low, let high):
            let ends = NumberFormat.shortest(high) + ", " + NumberFormat.shortest(low)
            return Text(
                da: "intervallets mindste værdi skal stå først: [\(ends)]",
                en: "the least value of the range comes first: [\(ends)]")
        case .outsideItsRange(let value, let low, let high):
            let (value, low, high) = (NumberFormat.text(value), NumberFormat.text(low), NumberFormat.text(high))
            return Text(
                da:
                    "værdien \(value.da) ligger uden for sit interval, \(low.da) til \(high.da); ret det ene, ellers regnes "
                    + "tallet for sikkert",
                en:
                    "the value \(value.en) lies outside its range, \(low.en) to \(high.en); mend either, else the number "
                    + "counts as certain")
        case .tooMany(let found, let limit):
            let (number, most) = (NumberFormat.text(found), NumberFormat.text(Double(limit)))
            return Text(
                da: "\(number.da) er for mange; højst \(most.da)", en: "\(number.en) are too many; at most \(most.en)")
        case .openUnitOfDuration:
            return Text(
                da: "her kan kun stå dage, timer, minutter eller uger",
                en: "only days, hours, minutes or weeks can stand here")
        case .wrongAttributeValue(let found, let type):
            return Text(
                da: "\(found) passer ikke; egenskaben er \(type.da)",
                en: "\(found) does not fit; the attribute is \(type.en)")
        case .unknownValue(let found, let attribute, let allowed, let hint):
            return Text(
                da: "\(quote(found)) er ikke en værdi af \(quote(attribute))",
                en: "\(quote(found)) is not a value of \(quote(attribute))")
                + (hint == nil ? allowedNames(allowed) : suggestion(hint))
        case .drawForOtherType(let field, let type):
            return Text(
                da: "\"\(field)\" passer ikke til en egenskab af typen \(type)",
                en: "\"\(field)\" does not fit an attribute of type \(type)")
        case .noValues:
            return Text(da: "en \"category\" skal have \"values\"", en: "a \"category\" needs \"values\"")
        case .attributeNotYet(let name):
            return Text(
                da: "\"\(name)\" trækkes først senere; en regel kan bruge egenskaberne før den",
                en: "\"\(name)\" is drawn later; a rule can use the attributes before it")
        case .unknownOption(let found, let step, let allowed, let hint):
            return Text(
                da: "\(quote(found)) er ikke en mulighed ved \(quote(step))",
                en: "\(quote(found)) is not an option of \(quote(step))")
                + (hint == nil ? allowedNames(allowed) : suggestion(hint))
        case .otherwiseMissing:
            return Text(
                da: "den sidste må ikke have \"if\", så der altid er en, der gælder",
                en: "the last must have no \"if\", so that one always applies")
        case .conditionMissing:
            return Text(da: "kun den sidste kan undvære \"if\"", en: "only the last can do without \"if\"")
        case .usesRules:
            return Text(
                da: "her kan en regel kun bruge tal og parametre; der er ingen borger endnu",
                en: "a rule here can only use numbers and parameters; there is no citizen yet")
        case .minimumAboveMaximum(let minimum, let maximum):
            return Text(
                da: "\"minimum\" \(minimum) er større end \"maximum\" \(maximum), så holdet kan aldrig starte",
                en: "\"minimum\" \(minimum) is above \"maximum\" \(maximum), so the course can never start")
        case .undefinedNumber:
            return Text(
                da: "reglen giver ikke noget tal (division med nul?)",
                en: "the rule gives no number (division by zero?)")
        case .afterStart(let found):
            return Text(
                da: "\(quote(found)) ligger efter startdatoen; her skal stå, hvornår ventetiden begyndte",
                en: "\(quote(found)) lies after the start date; say when the wait began")
        case .beforeStart(let found):
            return Text(da: "\(quote(found)) ligger før startdatoen", en: "\(quote(found)) lies before the start date")
        case .empty: return Text(da: "listen er tom", en: "the list is empty")
        case .needless(let field, let because):
            return Text(
                da: "\"\(field)\" kan ikke stå her: \(because.da)",
                en: "\"\(field)\" cannot be given here: \(because.en)")
        // The switch over all cases is in `format`; these are the ones it sends here.
        default: return Text(same: problem.code.rawValue)
        }
    }
}
