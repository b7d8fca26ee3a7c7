internal import PathwaySim

/// What a planner's files say, checked: counts and dates, no rates.
struct OwnData: Sendable, Equatable {
    /// Referrals received, by first day of the month and source.
    var referrals: [CivilDate: [String: Int]] = [:]
    /// Those who wait, by date of the list and step.
    var lists: [CivilDate: [String: [Waiting]]] = [:]
    var groups: [Group] = []
    var staff: [Staff] = []
    var figures: [Figure] = []
    /// What the file of groups is called.
    var groupsFile = ""

    /// So many who were referred on a date; nil when the date is not known.
    struct Waiting: Hashable, Sendable {
        var since: CivilDate?
        var count: Int
    }

    /// A group held, cancelled or planned.
    struct Group: Hashable, Sendable {
        enum Status: String, Hashable, Sendable, CaseIterable {
            case held, cancelled, planned
        }

        var offer: String
        var start: CivilDate
        /// Minutes after midnight.
        var time: Int?
        var meetings: Int?
        /// 1 Monday … 7 Sunday.
        var weekdays: [Int]?
        var seats: Int
        var participants: Int?
        var status: Status?
        /// Of its file.
        var row = 0
    }

    /// What is known of the staff of a function; what is nil was not given.
    struct Staff: Hashable, Sendable {
        var function: String
        var count: Int
        var hours: Double?
        var share: Double?
        /// Minutes of a conversation, and what comes beside each.
        var minutes: Double?
        var preparation: Double?
        var documentation: Double?
        var travel: Double?
        /// Weeks a year.
        var holiday: Double?
        /// Working days a year.
        var sickness: Double?
    }

    /// A figure the planner knows from elsewhere, as it was written.
    struct Figure: Hashable, Sendable {
        var kind: FigureKind
        /// The id of what it is about; nil for all.
        var thing: String?
        var from: CivilDate
        var to: CivilDate
        var value: Double
    }

    /// The twelve months the referrals are about: the last that were given. Nil without any.
    var period: ClosedRange<CivilDate>? {
        guard let last = referrals.keys.max(), let first = referrals.keys.min() else { return nil }
        let begin = max(first, last.adding(months: -11))
        return begin...last.adding(months: 1).adding(days: -1)
    }

    var isEmpty: Bool {
        referrals.isEmpty && lists.isEmpty && groups.isEmpty && staff.isEmpty && figures.isEmpty
    }
}

/// Kinds of observed figures. Their words are in the catalogue.
public enum FigureKind: String, CaseIterable, Hashable, Sendable {
    case allReferrals, referrals, waitingList, meanWait, medianWait, waitOfNineInTen, groups, seatsUsed, noShows, began

    /// Whether it counts citizens, so that 1 to 4 are kept out of what is written.
    var countsCitizens: Bool {
        switch self {
        case .allReferrals, .referrals, .waitingList, .seatsUsed, .noShows, .began: true
        case .meanWait, .medianWait, .waitOfNineInTen, .groups: false
        }
    }
}

/// What is worth telling about how files were read. Its words are in `Texts+OwnData.swift`.
enum OwnDataNote: Hashable, Sendable {
    case noFile(OwnDataFile)
    case noRows(OwnDataFile)
    case encoding(file: String, SheetText.Encoding)
    case tabs(file: String)
    case exampleRows(file: String, Rows)
    case totalRows(file: String, Rows)
    case filledDown(file: String, heading: Text, Rows)
    case farOut(file: String, heading: Text, Rows)
    case quirk(file: String, heading: Text, CellText.Quirk, Rows)
    case otherColumn(file: String, letters: String)
    case sharedOut(Text, sources: [Text])
    case missingMonths(source: Text, months: [CivilDate])
    case earlierMonths(Int)
    case shortPeriod(Int)
    case mergedMonths(source: Text)
    case fewReferrals(source: Text)
    case smoothedMonths([SmoothedSource])
    case fewWaiting(step: Text)
    case listOutsidePeriod(CivilDate)
    case noListThen(CivilDate)
    case undatedWaiting(step: Text, Int)
    case differentSeats(offer: Text, used: Int)
    case differentWeekdays(offer: Text)
    case differentMeetings(offer: Text, used: Int)
    case closedGroups(file: String, offer: Text, [ClosedDay])
    case repeatedGroups([RepeatedOffer])
    case noGroupsThen(offer: Text)
    case moreGroupsAtOnce(staff: Text, given: Int, needed: Int)
    case fewFigures(Int)
    case incompleteStaff(function: Text, missing: [Text])
    case minutesWithin(function: Text)
    case widenedWindows(function: Text)
    case smallMinimum(offer: Text, Int)

    /// How much of the differences between a source's months was kept, 0 … 1.
    struct SmoothedSource: Hashable, Sendable {
        var source: Text
        var kept: Double
    }

    /// How many groups of an offer are last year's once more.
    struct RepeatedOffer: Hashable, Sendable {
        var offer: Text
        var count: Int
    }

    /// A group that begins on a day on which nobody works, in a row of its file.
    struct ClosedDay: Hashable, Sendable {
        enum Reason: Hashable, Sendable {
            case weekend, holiday
            case closed(from: CivilDate, to: CivilDate)
        }

        var row: Int
        var date: CivilDate
        var reason: Reason
    }

    /// Rows of a file: how many, and the first of them.
    struct Rows: Hashable, Sendable {
        private(set) var first: [Int] = []
        private(set) var count = 0
        static let most = 8

        mutating func add(_ row: Int) {
            count += 1
            if first.count < Self.most { first.append(row) }
        }

        mutating func remove(_ row: Int) {
            count -= 1
            first.removeAll { $0 == row }
        }
    }
}
