import PathwaySim
import Scenarios
import Synchronization

/// An event log on its way to a file: takes the engine's log as it happens and leaves out named cases.
///
/// CSV is written at once, in order of time. XES groups events by citizen, so the events are kept until the end, packed:
/// some forty bytes each, so that a log of a hundred thousand citizens takes some hundred megabytes.
final class EventLogFile: Sendable {
    enum Format {
        case csv, xes
    }

    struct Counts {
        var events = 0
        var citizens = 0
        var casesLeftOut = 0
    }

    private struct State {
        var counts = Counts()
        var cases: Set<String> = []
        /// Citizens of an XES log, in order of arrival, and their places by name.
        var traces: [Trace] = []
        var places: [String: Int] = [:]
        var words = WordTable()
    }

    /// A citizen's events, packed.
    struct Trace {
        let citizen: String
        let source: String
        /// At arrival.
        let attributes: [String]
        var events: [PackedEvent] = []
    }

    /// Words are kept once; an event has their numbers.
    struct PackedEvent {
        let instant: Int64
        let waitedDays: Double
        let activity: Int32
        let event: Int32
        let step: Int32
        let resource: Int32
        let detail: Int32
        let lifecycle: EventRow.Lifecycle
    }

    let scenario: Scenario
    let format: Format
    private let writer: AtomicFileWriter
    private let maker: EventRowMaker
    private let state = Mutex(State())

    init(_ scenario: Scenario, format: Format, to writer: AtomicFileWriter, language: Language) {
        self.scenario = scenario
        self.format = format
        self.writer = writer
        maker = EventRowMaker(scenario, language: language)
        if format == .csv {
            writer.write(EventLogColumns(scenario).names.map(CSVCell.text).joined(separator: ",") + "\r\n")
        }
    }

    /// One entry of the engine's log, in order.
    func take(_ entry: LogEntry, _ citizen: LoggedCitizen) {
        state.withLock { state in
            guard !citizen.isCase else {
                if state.cases.insert(entry.citizen).inserted { state.counts.casesLeftOut += 1 }
                return
            }
            if entry.happening == .arrived { state.counts.citizens += 1 }
            guard let row = maker.row(entry) else { return }
            state.counts.events += 1
            switch format {
            case .csv: writer.write(line(row, entry, citizen))
            case .xes: keep(row, entry, citizen, in: &state)
            }
        }
    }

    /// Writes what is left; the file is not finished by it.
    func end() -> Counts {
        state.withLock { state in
            if format == .xes {
                let xes = XESWriter(scenario: scenario, maker: maker, words: state.words, writer: writer)
                xes.write(state.traces)
            }
            return state.counts
        }
    }

    // MARK: CSV

    private func line(_ row: EventRow, _ entry: LogEntry, _ citizen: LoggedCitizen) -> String {
        var cells = [
            CSVCell.text(entry.citizen), CSVCell.text(row.activity), row.lifecycle.rawValue, maker.time(entry.instant),
            CSVCell.text(row.resource), row.event, CSVCell.text(row.step), CSVCell.text(row.detail),
            CSVCell.number(row.waitedDays), CSVCell.text(citizen.source),
            entry.instant >= scenario.model.warmup ? "true" : "false",
        ]
        cells += values(citizen).map(CSVCell.text)
        return cells.joined(separator: ",") + "\r\n"
    }

    private func values(_ citizen: LoggedCitizen) -> [String] {
        zip(citizen.attributes, scenario.model.attributes).map { maker.value($0, of: $1) }
    }

    // MARK: XES

    private func keep(_ row: EventRow, _ entry: LogEntry, _ citizen: LoggedCitizen, in state: inout State) {
        let place: Int
        if let known = state.places[entry.citizen] {
            place = known
        } else {
            place = state.traces.count
            state.places[entry.citizen] = place
            state.traces.append(Trace(citizen: entry.citizen, source: citizen.source, attributes: values(citizen)))
        }
        let packed = PackedEvent(
            instant: entry.instant.ticks, waitedDays: row.waitedDays ?? .nan,
            activity: state.words.number(row.activity),
            event: state.words.number(row.event), step: state.words.number(row.step),
            resource: state.words.number(row.resource), detail: state.words.number(row.detail), lifecycle: row.lifecycle
        )
        state.traces[place].events.append(packed)
    }
}

/// Each different word once, by number.
struct WordTable {
    private(set) var words: [String] = []
    private var numbers: [String: Int32] = [:]

    mutating func number(_ word: String) -> Int32 {
        if let known = numbers[word] { return known }
        let number = Int32(words.count)
        words.append(word)
        numbers[word] = number
        return number
    }

    subscript(number: Int32) -> String { words[Int(number)] }
}
