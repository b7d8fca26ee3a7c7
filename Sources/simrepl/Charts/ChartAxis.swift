import Foundation
import PathwaySim
import Scenarios

/// A stretch of numbers with round ticks, labelled as the reader writes numbers and dates.
struct ChartAxis: Equatable {
    struct Tick: Equatable {
        let value: Double
        let label: String
    }

    let title: String
    let from: Double
    let to: Double
    let ticks: [Tick]

    /// Where a number lies: 0 at the beginning, 1 at the end; outside when the number is.
    func position(_ value: Double) -> Double { to > from ? (value - from) / (to - from) : 0.5 }

    /// An axis whose ends are ticks and which covers every number.
    ///
    /// - Parameters:
    ///   - fromZero: zero is on it; without, only where it is near.
    ///   - most: how many stretches there may be between ticks.
    static func numbers(
        _ title: String, covering values: [Double], fromZero: Bool = true, most: Int = 6, unit: String = "",
        language: Language
    ) -> ChartAxis {
        let values = values.filter(\.isFinite)
        var (low, high) = (values.min() ?? 0, values.max() ?? 1)
        if fromZero || (low > 0 && low < high / 3) { (low, high) = (min(low, 0), max(high, 0)) }
        if high - low <= max(abs(high), abs(low)) * 1e-12 {
            (low, high) = fromZero ? (low, low + 1) : (low - 1, low + 1)
        }
        let step = roundStep(atLeast: (high - low) / Double(max(most, 1)))
        let (first, last) = ((low / step - 1e-9).rounded(.up) * step, (high / step - 1e-9).rounded(.up))
        let start = first > low + step * 1e-9 ? first - step : first
        let digits = max(0, -Int((log10(step) + 1e-9).rounded(.down)))
        let count = Int((last - (start / step).rounded()).rounded())
        let ticks = (0...max(count, 1)).map { index in
            // From whole multiples, so that no dust of binary fractions is left.
            let value = ((start / step).rounded() + Double(index)) * step
            return Tick(
                value: value, label: NumberFormat.decimal(value, digits: min(digits, 9), language: language) + unit)
        }
        return ChartAxis(title: title, from: ticks[0].value, to: ticks[ticks.count - 1].value, ticks: ticks)
    }

    /// Ticks at numbers that have labels of their own, a little room at both ends.
    static func values(_ title: String, _ values: [(value: Double, label: String)], most: Int = 12) -> ChartAxis {
        let sorted = values.sorted { $0.value < $1.value }
        guard let first = sorted.first?.value, let last = sorted.last?.value else {
            return ChartAxis(title: title, from: 0, to: 1, ticks: [])
        }
        let every = max(1, (sorted.count + most - 1) / most)
        let room = last > first ? (last - first) * 0.04 : 1
        return ChartAxis(
            title: title, from: first - room, to: last + room,
            ticks: sorted.enumerated().filter { $0.offset.isMultiple(of: every) }
                .map { Tick(value: $0.element.value, label: $0.element.label) })
    }

    /// Days since a date, with ticks at the first of months (every, every third, or of years); the years are its title.
    static func dates(
        start: CivilDate, from: Double, to: Double, language: Language
    ) -> ChartAxis {
        let (year, month, _) = start.components
        var ticks: [Tick] = []
        let months = max(1, Int((to - from) / 30.4))
        let every = [1, 2, 3, 6, 12, 24, 60, 120].first { months / $0 <= 12 } ?? 600
        for index in 0...(months + 15) {
            let number = (month - 1) + index
            let (tickYear, tickMonth) = (year + number / 12, number % 12 + 1)
            guard (number % 12).isMultiple(of: min(every, 12)), every <= 12 || tickYear.isMultiple(of: every / 12),
                let date = CivilDate(iso: Self.iso(tickYear, tickMonth))
            else { continue }
            let day = Double(date.daysSinceEpoch - start.daysSinceEpoch)
            guard day >= from, day <= to else { continue }
            let name = String(DateFormat.month(tickMonth)[language].prefix(3))
            // The year where it begins.
            let label = every >= 12 ? "\(tickYear)" : tickMonth == 1 && !ticks.isEmpty ? "\(name) \(tickYear)" : name
            ticks.append(Tick(value: day, label: label))
        }
        let last = start.adding(days: Int(max(from, to - 1))).components.year
        return ChartAxis(
            title: year == last ? "\(year)" : "\(year)–\(last)", from: from, to: max(to, from + 1), ticks: ticks)
    }

    private static func iso(_ year: Int, _ month: Int) -> String {
        let digits = String(year)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits + (month < 10 ? "-0" : "-")
            + "\(month)-01"
    }

    /// The least of 1, 2, 5, 10, 20 … (and 0.5, 0.2 …) that is not smaller.
    static func roundStep(atLeast least: Double) -> Double {
        guard least.isFinite, least > 0 else { return 1 }
        let magnitude = pow(10, log10(least).rounded(.down))
        return [1, 2, 5, 10].map { $0 * magnitude }.first { $0 >= least * (1 - 1e-9) } ?? 10 * magnitude
    }
}
