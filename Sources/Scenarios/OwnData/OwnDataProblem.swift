/// What is wrong with the files of own data. Rows are a spreadsheet's, from 1; a column has its letter and its heading.
///
/// What was found is repeated only where it cannot be about a person. Its words are in `Texts+OwnData.swift`.
enum OwnDataProblem: DiagnosticFacts {
    /// Where in a folder of own data something is.
    struct Place: Hashable, Sendable {
        public var file: String
        public var row: Int?
        /// From 0, with the heading as the template writes it.
        public var column: Int?
        public var heading: Text?

        init(file: String, row: Int? = nil, column: Int? = nil, heading: Text? = nil) {
            self.file = file
            self.row = row
            self.column = column
            self.heading = heading
        }

        /// `A` … `Z`, `AA` … as a spreadsheet names it.
        static func letters(_ column: Int) -> String {
            var (rest, letters) = (max(0, column), "")
            repeat {
                letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
                rest = rest / 26 - 1
            } while rest >= 0
            return letters
        }
    }

    // The folder and its files.
    case noFolder(String)
    case noFiles(String, expected: [Text])
    case isOpen(String, lock: String)
    case isWorkbook(String)
    case workbookInstead(found: String, wanted: String)
    case notText(String)
    case empty(String)
    case unclosedQuote(Place)
    case tooManyRows(String, limit: Int)
    case noHeadings(Place, missing: [Text])
    case repeatedHeading(Place)
    case nothingUseful(String)
    case unreadable(FileProblem)
    // Somebody.
    case personal(Place, PersonalData.Kind)
    // Cells.
    case missing(Place)
    /// Empty, where the file writes the name in every row, in this one for instance.
    case forgotten(Place, writtenOut: Int)
    /// Empty, and read as the name in the row `above` the row says what row `first` says.
    case repeatedBlank(Place, above: Int, first: Int)
    /// A row with numbers and nothing to say what of.
    case onlyNumbers(Place)
    case tooManyCells(Place, found: Int, expected: Int)
    case cell(Place, CellText.Problem)
    case unknownWord(Place, allowed: [Text], suggestion: Text?)
    case repeated(Place, first: Int)
    case afterList(Place)
    case endsBeforeStart(Place)
    case moreThanSeats(Place)
    /// More problems than are worth reading.
    case more(Int)

    var code: DiagnosticCode {
        switch self {
        case .personal: .personalNumber
        default: .ownData
        }
    }

    var text: Text { Texts.ownData(self) }
}
