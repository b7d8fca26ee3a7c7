internal import Foundation
internal import PathwaySim

/// Data files: observations and recorded arrivals.
extension ModelBuilder {
    /// The numbers of one column, or nil after a report.
    mutating func column(of file: JSONNode, named name: JSONNode?, _ path: String) -> [Double]? {
        guard let table = table(file, "\(path).file") else { return nil }
        do throws(CSVProblem) {
            let column = try table.column(name?.string)
            var values: [Double] = []
            for (index, row) in table.rows.enumerated() {
                if row[column].trimmed.isEmpty { continue }
                guard let value = CSV.number(row[column]) else {
                    throw .badNumber(column: table.header[column], row: index + 2)
                }
                values.append(value)
            }
            if values.isEmpty { throw .noRows }
            return values
        } catch {
            report(FileProblem.csv(error), (name ?? file).span, "\(path).file")
            return nil
        }
    }

    /// Arrivals from a file, in the order of its rows.
    mutating func recordedFile(_ file: JSONNode, _ columns: JSONNode?, _ path: String) -> [RecordedArrival] {
        guard let table = table(file, "\(path).file") else { return [] }
        do throws(CSVProblem) {
            let at = try table.column(columns?["at"]?.string ?? "at")
            let values = try attributeRows(table, columns)
            var arrivals: [RecordedArrival] = []
            for (index, row) in table.rows.enumerated() {
                let time = try arrivalTime(row[at], table.header[at], index + 2)
                arrivals.append(RecordedArrival(at: time, values: values[index]))
            }
            return arrivals
        } catch {
            report(FileProblem.csv(error), file.span, "\(path).file")
            return []
        }
    }

    /// Those who already wait, from a file, in the order of its rows.
    mutating func waitingFile(_ file: JSONNode, _ columns: JSONNode?, _ path: String) -> [InitialWaiter] {
        guard let table = table(file, "\(path).file") else { return [] }
        do throws(CSVProblem) {
            let values = try attributeRows(table, columns)
            let days = columns?["waited"]?.string
            let column = try table.column(days ?? columns?["since"]?.string ?? "since")
            var waiters: [InitialWaiter] = []
            for (index, row) in table.rows.enumerated() {
                let waited = try waitedTime(row[column], isDays: days != nil, table.header[column], index + 2)
                waiters.append(InitialWaiter(alreadyWaited: waited, values: values[index]))
            }
            return waiters
        } catch {
            report(FileProblem.csv(error), file.span, "\(path).file")
            return []
        }
    }

    /// How long a citizen has waited: days, or the time since an instant at or before the start.
    private func waitedTime(
        _ text: String, isDays: Bool, _ column: String, _ row: Int
    ) throws(CSVProblem) -> SimTime {
        if isDays {
            guard let days = CSV.number(text), days >= 0 else { throw .badNumber(column: column, row: row) }
            return SimTime(days: days)
        }
        guard let instant = Self.instant(text.trimmed, start: start) else {
            throw .badInstant(column: column, row: row)
        }
        guard instant <= .zero else { throw .afterStart(column: column, row: row) }
        return SimTime(ticks: -instant.ticks)
    }

    /// For each row the attributes it gives values for; an empty cell leaves the attribute to its draw.
    private func attributeRows(_ table: CSV, _ columns: JSONNode?) throws(CSVProblem) -> [[AttributeValue]] {
        var attributes: [(name: String, kind: Attribute.Kind, column: Int)] = []
        for member in columns?["attributes"].map(Self.named) ?? [] {
            guard let kind = kinds[member.key], let name = member.value.string else { continue }
            attributes.append((member.key, kind, try table.column(name)))
        }
        var rows: [[AttributeValue]] = []
        for (index, row) in table.rows.enumerated() {
            var values: [AttributeValue] = []
            for (name, kind, column) in attributes where !row[column].trimmed.isEmpty {
                guard let value = Self.value(row[column].trimmed, kind) else {
                    throw .badValue(column: table.header[column], row: index + 2, allowed: kind.allowedInData)
                }
                values.append(AttributeValue(attribute: name, value: value))
            }
            rows.append(values)
        }
        return rows
    }

    private func arrivalTime(_ text: String, _ column: String, _ row: Int) throws(CSVProblem) -> SimTime {
        let instant = CSV.number(text).map { SimTime(days: $0) } ?? Self.instant(text.trimmed, start: start)
        guard let instant else { throw .badInstant(column: column, row: row) }
        if instant < .zero { throw .beforeStart(column: column, row: row) }
        return instant
    }

    private static func value(_ text: String, _ kind: Attribute.Kind) -> Double? {
        switch kind {
        case .number: return CSV.number(text)
        case .boolean:
            switch text.lowercased() {
            case "1", "true", "ja", "yes": return 1
            case "0", "false", "nej", "no": return 0
            default: return nil
            }
        case .category(let values): return values.firstIndex(of: text).map(Double.init)
        }
    }

    private mutating func table(_ file: JSONNode, _ path: String) -> CSV? {
        guard let name = file.string else { return nil }
        guard let url = data.url(of: name, writtenIn: file.span.source) else {
            report(FileProblem.notFound(name), file.span, path)
            return nil
        }
        do {
            let bytes = try FileReading.bytes(of: url, name: name, limit: DataFiles.limit)
            dataRead[name] = bytes
            return try CSV(bytes: bytes)
        } catch let problem as FileProblem {
            report(problem, file.span, path)
        } catch let problem as CSVProblem {
            report(FileProblem.csv(problem), file.span, path)
        } catch {
            report(FileProblem.unreadable(name), file.span, path)
        }
        return nil
    }
}

extension Attribute.Kind {
    fileprivate var allowedInData: String {
        switch self {
        case .number: "a number"
        case .boolean: "true, false, ja, nej, 1, 0"
        case .category(let values): values.joined(separator: ", ")
        }
    }
}
