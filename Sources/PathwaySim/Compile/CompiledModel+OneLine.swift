extension CompiledModel {
    /// Most servers of `formsOneLine`: services under way are kept in order, which takes longer the more there are.
    private static let mostServers = 32

    /// Whether the plain network is one line in front of alike servers, through which there is a way of its own.
    ///
    /// One source sends everybody to one service, and from there to the end; its duration counts in calendar time, and
    /// nobody asks how often it was visited.
    func formsOneLine() -> Bool {
        guard isPlainNetwork, sources.count == 1 else { return false }
        let first = Int(routes[Int(sources[0].entry)].single)
        guard first >= 0, steps[first].code == .service, !steps[first].isWatched else { return false }
        let second = Int(routes[Int(steps[first].next)].single)
        guard second >= 0, steps[second].code == .close, !steps[second].isWatched else { return false }
        let duration = steps[first].duration
        guard duration.fixed >= 0 || duration.unit == .calendar else { return false }
        let service = services[Int(steps[first].row)]
        return service.soleUnits > 0
            && resources[Int(service.soleResource)].largestCapacity / Int(service.soleUnits) <= Self.mostServers
    }
}
