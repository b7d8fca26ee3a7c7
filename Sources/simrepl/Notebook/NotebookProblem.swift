import Scenarios

/// What can be wrong with a notebook: facts, without words. The words are in the catalogue.
enum NotebookProblem: DiagnosticFacts {
    // The file.
    case notText
    case tooLarge(limit: Int)
    case changedMeanwhile
    case readOnly
    /// A line seems to hold a CPR number.
    case personalNumber
    // The front matter.
    case noFrontMatter
    case openFrontMatter
    case unknownKey(String, similar: [String])
    case repeatedKey(String)
    case noLanguage
    case badLanguage(String)
    case badUnits(String)
    case badSeed(String)
    // Blocks.
    case openFence
    case indentedBlock
    case unknownAttribute(String, similar: [String])
    case flagWithValue(String)
    case badID(String)
    case badTimeout(String)
    case repeatedID(String)
    case skipAndError
    case outputWithWords
    case outputWithoutBlock
    // Numbers in the words.
    case unreadableNumber
    case badTarget(String)
    case badForm(String, allowed: [String])
    case unknownBlock(String, similar: [String])
    case blockWithoutRun(String)
    case noResult(String)
    case unknownNumber(String, similar: [String])
    case sideNeeded(String, variants: Int)
    case unknownValue(String, known: [String])
    case noAnswer
    case noValue(String)
    case noUncertainty(String)
    case notADifference(String)
    case notSoDifferent(String, String, isMore: Bool, Bool)
    case notANumber(String)
    case notInOutput(String)
    // Carrying out.
    case failed(said: String)
    case didNotFail
    case timedOut(seconds: Int)
    case saidTooMuch(limit: Int)
    case quits
    case maskWithoutMatch
    case notOurDrawing(String)
    case missingImage(String)

    var code: DiagnosticCode {
        switch self {
        case .personalNumber: .personalNumber
        case .notText, .tooLarge: .notebookUnreadable
        case .changedMeanwhile, .readOnly, .notOurDrawing: .notebookNotWritten
        case .noFrontMatter, .openFrontMatter, .unknownKey, .repeatedKey, .noLanguage, .badLanguage, .badUnits,
            .badSeed:
            .notebookFrontMatter
        case .openFence, .indentedBlock, .outputWithWords, .outputWithoutBlock: .notebookFence
        case .unknownAttribute, .flagWithValue, .badID, .badTimeout, .repeatedID, .skipAndError: .notebookAttribute
        case .unreadableNumber, .badTarget, .badForm, .unknownBlock, .blockWithoutRun, .noResult, .unknownNumber,
            .sideNeeded, .unknownValue, .noAnswer, .noValue, .noUncertainty, .notADifference, .notANumber:
            .notebookNumber
        case .notSoDifferent, .notInOutput: .notebookClaim
        case .failed, .timedOut, .saidTooMuch, .quits: .notebookBlockFailed
        case .didNotFail: .notebookBlockDidNotFail
        case .maskWithoutMatch: .notebookMask
        case .missingImage: .notebookImage
        }
    }

    var severity: Severity { self == .indentedBlock ? .warning : .error }

    var text: Text {
        switch self {
        case .notText: Texts.notebookNotText
        case .personalNumber: Texts.notebookPersonalNumber
        case .tooLarge(let limit): Texts.notebookTooLarge(limit: limit)
        case .changedMeanwhile: Texts.notebookChanged
        case .readOnly: Texts.notebookReadOnly
        case .noFrontMatter: Texts.notebookNoFrontMatter
        case .openFrontMatter: Texts.notebookOpenFrontMatter
        case .unknownKey(let key, let similar): Texts.notebookUnknownKey(key, similar: similar)
        case .repeatedKey(let key): Texts.notebookRepeatedKey(key)
        case .noLanguage: Texts.notebookNoLanguage
        case .badLanguage(let word): Texts.notebookBadLanguage(word)
        case .badUnits(let word): Texts.notebookBadUnits(word)
        case .badSeed(let word): Texts.notebookBadSeed(word)
        case .openFence: Texts.notebookOpenFence
        case .indentedBlock: Texts.notebookIndentedBlock
        case .unknownAttribute(let name, let similar): Texts.notebookUnknownAttribute(name, similar: similar)
        case .flagWithValue(let name): Texts.flagWithValue(name)
        case .badID(let word): Texts.notebookBadID(word)
        case .badTimeout(let word): Texts.notebookBadTimeout(word)
        case .repeatedID(let id): Texts.notebookRepeatedID(id)
        case .skipAndError: Texts.notebookSkipAndError
        case .outputWithWords: Texts.notebookOutputWithWords
        case .outputWithoutBlock: Texts.notebookOutputWithoutBlock
        case .unreadableNumber: Texts.notebookUnreadableNumber
        case .badTarget(let text): Texts.notebookBadTarget(text)
        case .badForm(let word, let words): Texts.notOneOf(word, allowed: words)
        case .unknownBlock(let id, let similar): Texts.notebookUnknownBlock(id, similar: similar)
        case .blockWithoutRun(let id): Texts.notebookBlockWithoutRun(id)
        case .noResult(let id): Texts.notebookNoResult(id)
        case .unknownNumber(let name, let similar): Texts.notebookUnknownNumber(name, similar: similar)
        case .sideNeeded(let name, let variants): Texts.notebookSideNeeded(name, variants: variants)
        case .unknownValue(let word, let known): Texts.notOneOf(word, allowed: known)
        case .noAnswer: Texts.notebookNoAnswer
        case .noValue(let name): Texts.notebookNoValue(name)
        case .noUncertainty(let name): Texts.notebookNoUncertainty(name)
        case .notADifference(let name): Texts.notebookNotADifference(name)
        case .notSoDifferent(let name, let shown, let isMore, let isCertain):
            Texts.notebookNotSoDifferent(name, shown, isMore: isMore, isCertain: isCertain)
        case .notANumber(let path): Texts.notebookNotANumber(path)
        case .notInOutput(let words): Texts.notebookNotInOutput(words)
        case .failed(let said): Texts.notebookFailed(said)
        case .didNotFail: Texts.notebookDidNotFail
        case .timedOut(let seconds): Texts.notebookTimedOut(seconds: seconds)
        case .saidTooMuch(let limit): Texts.notebookSaidTooMuch(limit: limit)
        case .quits: Texts.notebookQuits
        case .maskWithoutMatch: Texts.notebookMaskWithoutMatch
        case .notOurDrawing(let name): Texts.notebookNotOurDrawing(name)
        case .missingImage(let name): Texts.notebookMissingImage(name)
        }
    }
}
