import PathwaySim

extension Resource {
    /// Whether its hours are somebody's working hours; a place that is there day and night has none worth counting.
    var hasDutyHours: Bool {
        if isPlace { return false }
        return switch kind {
        case .servers(let servers): !servers.shifts.isEmpty || servers.workingDaysOnly
        case .slots: true
        }
    }
}
