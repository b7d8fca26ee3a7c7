/// Stable short codes of everything that can be found wrong; a code never changes its meaning.
///
/// `S0xx` the text of a JSON file, `S05x`–`S09x` rules and durations, `S1xx`–`S2xx` the scenario format, `S3xx` data
/// files, `S4xx` paths and settings, `S5xx` saved results, `S6xx` case files, `C0xx` commands, `N0xx` notebooks. The raw values are unique because the
/// compiler insists.
public enum DiagnosticCode: String, Hashable, Sendable, CaseIterable {
    // The text of a JSON file.
    case fileTooLarge = "S001"
    case notText = "S002"
    case invalidUTF8 = "S003"
    case emptyFile = "S004"
    case unexpectedCharacter = "S005"
    case missingPunctuation = "S006"
    case unterminated = "S007"
    case badNumber = "S008"
    case badString = "S009"
    case tooDeep = "S010"
    case duplicateKey = "S011"
    case trailingContent = "S012"
    case tooManyErrors = "S013"

    // Rules and other expressions.
    case expressionSyntax = "S050"
    case unknownName = "S051"
    case typeMismatch = "S052"
    case wrongArguments = "S053"
    case unknownReference = "S054"
    case unknownCategory = "S055"
    case expressionTooComplex = "S056"
    case undefinedValue = "S057"
    case neverTrue = "S058"
    case alwaysTrue = "S059"

    // Durations.
    case badDuration = "S070"

    // The scenario format.
    case unknownKey = "S100"
    case wrongType = "S101"
    case outOfRange = "S102"
    case missingField = "S103"
    case unknownID = "S104"
    case unknownChoice = "S105"
    case fieldsTogether = "S106"
    case badID = "S107"
    case badDate = "S108"
    case probabilitySum = "S109"
    case noProvenance = "S110"
    case unknownEvent = "S111"
    case badDistribution = "S112"
    case notAscending = "S113"
    case wrongLength = "S114"
    case badValue = "S115"
    case undeclared = "S116"

    // Scenarios that build on others, and their files.
    case extendsCycle = "S150"
    case extendsDepth = "S151"
    case noSuchScenario = "S152"
    case unreadableFile = "S153"

    // A scenario that can be read and cannot work, or hardly.
    case unreachableStep = "S200"
    case neverEnough = "S201"
    case cannotStart = "S202"
    case instantLoop = "S203"
    case unusedOutcome = "S204"
    case unusedResource = "S205"
    case notRunnable = "S206"
    case crowdedSlots = "S207"
    case armWithoutJoin = "S208"
    case neverHappens = "S209"
    case unknownHeadline = "S210"
    case unusedParameter = "S211"

    // Data files.
    case csvProblem = "S300"
    case personalNumber = "S301"
    case ownData = "S302"

    // Paths and settings.
    case badPath = "S400"
    case noSuchPath = "S401"
    case badSetting = "S402"

    // Saved results.
    case notAResult = "S500"
    case brokenResult = "S501"

    // Cases to walk through.
    case badCase = "S600"
    case noSuchCase = "S601"
    case changesThePast = "S602"
    case undecidedCase = "S603"

    // Commands: what was typed.
    case unreadableLine = "C001"
    case unfinishedLine = "C002"
    case unknownCommand = "C003"
    case ambiguousCommand = "C004"
    case badOption = "C005"
    case badArgument = "C006"
    case missingArgument = "C007"
    // Commands: what they were given.
    case nothingToDo = "C010"
    case unknownThing = "C011"
    case unreadableInput = "C012"
    case unwritableOutput = "C013"
    case modelRefused = "C020"
    case simulationStopped = "C021"

    // Notebooks.
    case notebookUnreadable = "N001"
    case notebookNotWritten = "N002"
    case notebookFrontMatter = "N003"
    case notebookFence = "N004"
    case notebookAttribute = "N005"
    case notebookNumber = "N006"
    /// The words claim what the result does not say.
    case notebookClaim = "N007"
    case notebookBlockFailed = "N008"
    case notebookBlockDidNotFail = "N009"
    case notebookMask = "N010"
    case notebookImage = "N011"
}
