/// The files a planner fills in, with their columns: the one definition that templates, checks and texts come from.
public enum OwnDataFile: String, CaseIterable, Hashable, Sendable {
    case referrals, waitingList, groups, staff, keyFigures

    /// What is written in a column.
    enum Column: String, Hashable, Sendable {
        case month, source, count
        case asOf, waitingFor, referred
        case offer, start, time, meetings, weekdays, seats, participants, status
        case function, staff, hours, share, minutes, preparation, documentation, travel, holiday, sickness
        case figure, from, to, value
    }

    var columns: [Column] {
        switch self {
        case .referrals: [.month, .source, .count]
        case .waitingList: [.asOf, .waitingFor, .referred, .count]
        case .groups: [.offer, .start, .time, .meetings, .weekdays, .seats, .participants, .status]
        case .staff:
            [.function, .staff, .hours, .share, .minutes, .preparation, .documentation, .travel, .holiday, .sickness]
        case .keyFigures: [.figure, .from, .to, .value]
        }
    }

    /// Without these a file cannot be read.
    var required: [Column] {
        switch self {
        case .referrals: [.month, .source, .count]
        case .waitingList: [.asOf, .waitingFor, .count]
        case .groups: [.offer, .start, .seats]
        case .staff: [.function, .staff]
        case .keyFigures: [.figure, .from, .to, .value]
        }
    }

    /// The columns that say what several rows are about, from the left: an empty cell is as the one above, as merged cells
    /// are saved. A function has one row.
    var naming: [Column] {
        switch self {
        case .referrals: [.month, .source]
        case .waitingList: [.asOf, .waitingFor]
        case .groups: [.offer]
        case .staff: []
        case .keyFigures: [.figure]
        }
    }

    /// The columns whose sum somebody may write under them.
    var summed: [Column] {
        switch self {
        case .referrals, .waitingList: [.count]
        case .groups: [.seats, .participants]
        case .staff: [.staff]
        case .keyFigures: []
        }
    }

    /// Columns in which there are nothing but numbers.
    var numbers: Set<Column> {
        switch self {
        case .referrals, .waitingList: [.count]
        case .groups: [.meetings, .seats, .participants]
        case .staff: Set(columns).subtracting([.function])
        case .keyFigures: [.value]
        }
    }

    /// Whether the folder is expected to hold it.
    var isOptional: Bool { self == .keyFigures }
}

extension OwnDataFile.Column {
    /// Other headings that are understood.
    var aliases: [String] {
        switch self {
        case .month: ["maned", "month and year"]
        case .source: ["henvist fra", "referred from", "henviser"]
        case .count: ["antal henvisninger", "number", "antal borgere"]
        case .asOf: ["pr.", "pr. dato", "opgjort pr.", "date"]
        case .waitingFor: ["venter til", "waiting at"]
        case .referred: ["henvist dato", "henvisningsdato", "referred on", "siden", "since"]
        case .start: ["startdato", "start date"]
        case .time: ["kl.", "kl"]
        case .share: ["share of hours"]
        default: []
        }
    }
}
