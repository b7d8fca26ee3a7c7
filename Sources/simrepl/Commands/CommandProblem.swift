import Scenarios

/// What can be wrong with a command: facts, without words. The words are in the catalogue.
enum CommandProblem: DiagnosticFacts {
    // The line.
    case unreadableLine(UnreadableLine)
    case unfinishedQuote(Character)
    case unfinishedBackslash
    case nothingToDo
    // The words.
    case unknownCommand(String, similar: [String])
    case ambiguousCommand(String, names: [String])
    case unknownOption(String, command: String, known: [String])
    case repeatedOption(String)
    case flagWithValue(String)
    case missingValue(option: String, placeholder: Text)
    case missingArgument(Text, usage: Text)
    case unexpectedArgument(String, usage: Text)
    case notAWholeNumber(found: String, allowed: ClosedRange<Int>)
    case notAShare(found: String, allowed: ClosedRange<Double>)
    case notOneOf(found: String, allowed: [String])
    case notASetting(String)
    // What they were given.
    case nothingToUndo
    case nothingToRedo
    case nothingChangedThere(String)
    case unknownCitizen(String, known: [String])
    case unknownTopic(String, similar: [String])
    case unknownAttribute(String, known: [String])
    case missingBands(String)
    case bandsWithoutNumbers(String)
    case badBands(String)
    case unreadableInput(name: String, reason: Text)
    /// The run is too short to see where it settles.
    case noWarmup
    case noReportNamed
    case nothingToCompare
    /// There is no result to save.
    case nothingSimulated
    /// A saved result whose scenario cannot be read any more.
    case scenarioOfResultIsGone(String)
    /// Results about periods of different length, in days.
    case differentPeriods(Double, Double)
    // What is varied and what is looked for.
    case badRange(String)
    case emptyRange(String)
    case badStep(String)
    case rangeNeeded(String)
    case tooManyValues(String, most: Int)
    case tooManyLevers
    /// The same path given twice.
    case sameLever(String)
    /// Nothing sets the sides of a comparison apart.
    case sameTwice
    /// The period is what is looked at, and no uncertain number.
    case frameOfRun(String)
    /// A file that would build on itself.
    case buildsOnItself(String)
    /// A file or folder whose name looks like a personal number.
    case personalName
    case tooManyCells(Int, most: Int, replications: Int, seconds: Double?)
    case unknownMeasure(String, similar: [String])
    case badGoal(String)
    case badLimit(String, unit: Text)
    // What is not known exactly.
    case nothingUncertain
    case noSuchNumber(String, similar: [String])
    case rangeRefused(String, value: String, Text)
    /// No group of this name, of an attribute.
    case unknownGroup(String, attribute: String, known: [String])
    /// A measure that is of all citizens only.
    case measureWithoutGroups(String)
    // The waiting list.
    case noWaitingList
    case noListAt(String, known: [String])
    case noExtraHere(Text)
    case badExtra(String)
    case badExtraTime(String)
    case badClearingDate(String, from: String, to: String)
    case extraCannotEnd(Text)
    case notAnAmount(String, example: String)
    // Own data.
    case badUnit(String)
    case noObservedFile
    case wholeUnknown(String)
    case boundsNeeded(String)
    case tooManyUnknowns(Int)
    case notTheOpenScenario
    case nothingProposed
    case ontoWithoutSave
    // What is drawn.
    case nothingToPlot
    case noComparisonYet
    case noSweepYet
    case unknownPlot(String, similar: [String])
    /// The last result has no groups by this attribute.
    case noGroups(String)
    case notSVG(String)
    case nothingForFlow
    case noFlowOf(String)
    case flowWithoutCounts
    case badReportName(String)
    case badPageName(String)
    case formNeedsResult
    case badExportName(String, endings: [String])
    case optionForFolders(String)
    case nothingToReport
    /// Key figures of a period without two half years.
    case tooShortForHalfYears
    /// A scenario where a saved result was expected.
    case reportNeedsResult
    // An experiment and what has been run of it.
    case badShard(String)
    case notRecords(String)
    /// A file that no sweep has kept.
    case notKept(String)
    case recordsOfAnother(String, mayBeginAnew: Bool)
    case recordsInUse(String)
    case recordsDisagree(variant: String, Int)
    case missingRecords(Int, of: Int, first: String, parts: [String])
    case fileExists(String)
    case noWalkKept
    case noWalkToTell
    case tooManyChoices(given: Int, used: Int)
    case noSuchChoice(String, number: Int, stop: Text, count: Int, several: Bool)
    case badNote
    case personalNumber
    case badPaperName(String)
    case guideOfWhat
    case badFacts(String, LocalFacts.Problem)
    case unknownRole(String)
    case rolesWithoutRoom
    case unwritableOutput(name: String, reason: Text)
    case notebookInNotebook
    case oneNotebookNeeded
    case nothingToTell

    var code: DiagnosticCode {
        switch self {
        case .unreadableLine: .unreadableLine
        case .unfinishedQuote, .unfinishedBackslash: .unfinishedLine
        case .unknownCommand: .unknownCommand
        case .ambiguousCommand: .ambiguousCommand
        case .unknownOption, .repeatedOption, .flagWithValue, .missingValue: .badOption
        case .unexpectedArgument, .notAWholeNumber, .notAShare, .notOneOf, .notASetting: .badArgument
        case .missingArgument: .missingArgument
        case .differentPeriods, .noWarmup: .badArgument
        case .scenarioOfResultIsGone: .unknownThing
        case .noReportNamed: .missingArgument
        case .nothingToDo, .nothingToCompare, .sameTwice, .nothingSimulated, .nothingToUndo, .nothingToRedo,
            .nothingChangedThere:
            .nothingToDo
        case .unknownCitizen, .unknownTopic, .unknownAttribute: .unknownThing
        case .missingBands, .bandsWithoutNumbers, .badBands: .badArgument
        case .badRange, .emptyRange, .badStep, .rangeNeeded, .tooManyValues, .tooManyLevers, .sameLever, .frameOfRun,
            .tooManyCells, .badGoal, .badLimit:
            .badArgument
        case .badShard, .rangeRefused, .measureWithoutGroups: .badArgument
        case .nothingUncertain: .nothingToDo
        case .unknownGroup, .noSuchNumber: .unknownThing
        case .notRecords, .notKept, .recordsOfAnother, .recordsDisagree, .missingRecords: .unreadableInput
        case .recordsInUse: .unwritableOutput
        case .noWaitingList: .nothingToDo
        case .noListAt: .unknownThing
        case .noObservedFile: .missingArgument
        case .notTheOpenScenario, .nothingProposed: .nothingToDo
        case .wholeUnknown, .boundsNeeded, .tooManyUnknowns, .ontoWithoutSave: .badArgument
        case .badUnit, .noExtraHere, .badExtra, .badExtraTime, .badClearingDate, .extraCannotEnd, .notAnAmount:
            .badArgument
        case .unknownMeasure, .unknownPlot: .unknownThing
        case .nothingToPlot, .noComparisonYet, .noSweepYet, .nothingForFlow, .noFlowOf, .flowWithoutCounts,
            .nothingToReport:
            .nothingToDo
        case .badReportName, .badPageName, .badExportName, .optionForFolders, .reportNeedsResult, .formNeedsResult,
            .tooShortForHalfYears:
            .badArgument
        case .noGroups, .notSVG: .badArgument
        case .unreadableInput: .unreadableInput
        case .fileExists, .unwritableOutput, .buildsOnItself: .unwritableOutput
        case .personalName: .personalNumber
        case .noWalkKept, .noWalkToTell: .nothingToDo
        case .tooManyChoices, .noSuchChoice, .badNote: .badArgument
        case .personalNumber: .personalNumber
        case .badPaperName, .unknownRole, .rolesWithoutRoom, .badFacts: .badArgument
        case .guideOfWhat: .missingArgument
        case .notebookInNotebook, .oneNotebookNeeded: .badArgument
        case .nothingToTell: .nothingToDo
        }
    }

    var text: Text {
        switch self {
        case .unreadableLine(.notText(let byte)): Texts.lineIsNotText(byte: byte)
        case .unreadableLine(.nul(let byte)): Texts.lineHoldsNul(byte: byte)
        case .unreadableLine(.tooLong(let limit)): Texts.lineIsTooLong(limit: limit)
        case .unfinishedQuote(let quote): Texts.unfinishedQuote(String(quote))
        case .unfinishedBackslash: Texts.unfinishedBackslash
        case .nothingToDo: Texts.noCommand
        case .unknownCommand(let name, let similar): Texts.unknownCommand(name, similar: similar)
        case .ambiguousCommand(let name, let names): Texts.ambiguousCommand(name, names: names)
        case .unknownOption(let name, let command, let known):
            Texts.unknownOption(
                name, command: CommandTable.standard.shown(command), known: known,
                similar: Suggestions.closest(to: name, among: known))
        case .repeatedOption(let name): Texts.repeatedOption(name)
        case .flagWithValue(let name): Texts.flagWithValue(name)
        case .missingValue(let option, let placeholder): Texts.missingValue(option: option, placeholder: placeholder)
        case .missingArgument(let placeholder, let usage): Texts.missingArgument(placeholder, usage: usage)
        case .unexpectedArgument(let text, let usage): Texts.unexpectedArgument(text, usage: usage)
        case .notAWholeNumber(let found, let allowed): Texts.notAWholeNumber(found, allowed: allowed)
        case .notAShare(let found, let allowed): Texts.notAShare(found, allowed: allowed)
        case .notOneOf(let found, let allowed): Texts.notOneOf(found, allowed: allowed)
        case .notASetting(let found): Texts.notASetting(found)
        case .nothingToUndo: Texts.nothingToUndo
        case .nothingToRedo: Texts.nothingToRedo
        case .nothingChangedThere(let path): Texts.nothingChangedThere(path)
        case .unknownCitizen(let name, let known):
            Texts.unknownCitizen(name, known: known, similar: Suggestions.closest(to: name, among: known))
        case .unknownAttribute(let name, let known):
            Texts.unknownAttribute(name, known: known, similar: Suggestions.closest(to: name, among: known))
        case .missingBands(let name): Texts.missingBands(name)
        case .bandsWithoutNumbers(let name): Texts.bandsWithoutNumbers(name)
        case .badBands(let text): Texts.badBands(text)
        case .noWarmup: Texts.noWarmup
        case .noReportNamed: Texts.reportKind
        case .nothingToCompare: Texts.nothingToCompare
        case .nothingSimulated: Texts.nothingSimulated
        case .scenarioOfResultIsGone(let id): Texts.scenarioOfResultIsGone(id)
        case .differentPeriods(let a, let b): Texts.differentPeriods(a, b)
        case .unknownTopic(let word, let similar): Texts.unknownTopic(word, similar: similar)
        case .unreadableInput(let name, let reason): Texts.unreadableInput(name, reason: reason)
        case .badRange(let found): Texts.badRange(found)
        case .emptyRange(let found): Texts.emptyRange(found)
        case .badStep(let found): Texts.badStep(found)
        case .rangeNeeded(let path): Texts.rangeNeeded(path)
        case .tooManyValues(let found, let most): Texts.tooManyValues(found, most: most)
        case .tooManyLevers: Texts.tooManyLevers
        case .sameLever(let path): Texts.sameLever(path)
        case .frameOfRun(let path): Texts.frameOfRun(path)
        case .sameTwice: Texts.sameTwice
        case .buildsOnItself(let path): Texts.buildsOnItself(path)
        case .personalName: Texts.personalName
        case .tooManyCells(let count, let most, let replications, let seconds):
            Texts.tooManyCells(count, most: most, replications: replications, seconds: seconds)
        case .unknownMeasure(let name, let similar): Texts.unknownMeasure(name, similar: similar)
        case .badGoal(let found): Texts.badGoal(found)
        case .badLimit(let found, let unit): Texts.badLimit(found, unit: unit)
        case .nothingUncertain: Texts.nothingUncertain
        case .noSuchNumber(let path, let similar): Texts.noSuchNumber(path, similar: similar)
        case .rangeRefused(let path, let value, let reason): Texts.rangeRefused(path, value: value, reason)
        case .unknownGroup(let value, let attribute, let known):
            Texts.unknownGroup(value, attribute: attribute, known: known)
        case .measureWithoutGroups(let name): Texts.measureWithoutGroups(name)
        case .badShard(let found): Texts.badShard(found)
        case .notRecords(let name): Texts.notRecords(name)
        case .notKept(let name): Texts.notKept(name)
        case .recordsOfAnother(let name, let mayBeginAnew): Texts.recordsOfAnother(name, mayBeginAnew: mayBeginAnew)
        case .recordsInUse(let name): Texts.recordsInUse(name)
        case .recordsDisagree(let variant, let replication):
            Texts.recordsDisagree(variant: variant, replication: replication)
        case .missingRecords(let missing, let total, let first, let parts):
            Texts.missingRecords(missing, of: total, first: first, parts: parts)
        case .noWaitingList: Texts.noWaitingList
        case .noListAt(let step, let known): Texts.noListAt(step, known: known)
        case .badUnit(let found): Texts.badUnit(found)
        case .noObservedFile: Texts.noObservedFile
        case .wholeUnknown(let path): Texts.wholeUnknown(path)
        case .boundsNeeded(let path): Texts.boundsNeeded(path)
        case .tooManyUnknowns(let most): Texts.tooManyUnknowns(most)
        case .notTheOpenScenario: Texts.notTheOpenScenario
        case .nothingProposed: Texts.nothingProposed
        case .ontoWithoutSave: Texts.ontoWithoutSave
        case .noExtraHere(let step): Texts.noExtraHere(step)
        case .badExtra(let found): Texts.badExtra(found)
        case .badExtraTime(let found): Texts.badExtraTime(found)
        case .badClearingDate(let found, let from, let to): Texts.badClearingDate(found, from: from, to: to)
        case .notAnAmount(let found, let example): Texts.notAnAmount(found, example: example)
        case .extraCannotEnd(let resource): Texts.extraCannotEnd(resource)
        case .nothingToPlot: Texts.nothingToPlot
        case .noComparisonYet: Texts.noComparisonYet
        case .noSweepYet: Texts.noSweepYet
        case .unknownPlot(let word, let similar): Texts.unknownPlot(word, similar: similar)
        case .noGroups(let attribute): Texts.noGroups(attribute)
        case .notSVG(let name): Texts.notSVG(name)
        case .nothingForFlow: Texts.nothingForFlow
        case .noFlowOf(let id): Texts.noFlowOf(id)
        case .flowWithoutCounts: Texts.flowWithoutCounts
        case .badReportName(let name): Texts.badReportName(name)
        case .badPageName(let name): Texts.badPageName(name)
        case .formNeedsResult: Texts.formNeedsResult
        case .badExportName(let name, let endings): Texts.badExportName(name, endings: endings)
        case .optionForFolders(let option): Texts.optionForFolders(option)
        case .nothingToReport: Texts.nothingToReport
        case .tooShortForHalfYears: Texts.tooShortForHalfYears
        case .reportNeedsResult: Texts.reportNeedsResult
        case .fileExists(let name): Texts.fileExists(name)
        case .noWalkKept: Texts.walkNothingKept
        case .noWalkToTell: Texts.walkNothingToGive
        case .tooManyChoices(let given, let used): Texts.walkTooManyChoices(given: given, used: used)
        case .noSuchChoice(let text, let number, let stop, let count, let several):
            Texts.walkBadChoice(text, number: number, stop: stop, count: count, several: several)
        case .badNote: Texts.noteForms
        case .personalNumber: Texts.notePersonalNumber
        case .badPaperName(let name): Texts.paperName(name)
        case .guideOfWhat: Texts.guideNeedsCase
        case .badFacts(let name, .noFact(let line)): Texts.factsWithoutColon(name, line: line)
        case .badFacts(let name, .none): Texts.factsEmpty(name)
        case .badFacts(let name, .tooMany): Texts.factsTooMany(name, limit: LocalFacts.limit)
        case .unknownRole(let word): Texts.walkUnknownRole(word)
        case .rolesWithoutRoom: Texts.walkRolesNeedRoom
        case .unwritableOutput(let name, let reason): Texts.unwritableOutput(name, reason: reason)
        case .notebookInNotebook: Texts.notebookInNotebook
        case .oneNotebookNeeded: Texts.oneNotebook
        case .nothingToTell: Texts.nothingToTell
        }
    }
}
