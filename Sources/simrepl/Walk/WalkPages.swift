/// Lines cut into screens, between sections where that is possible.
enum WalkPages {
    /// - Parameter height: lines of a screen; at least 5 are used.
    /// - Returns: nothing is lost but the empty lines between pages.
    static func pages(_ lines: [String], height: Int) -> [[String]] {
        let height = max(5, height)
        let sections = lines.split(separator: "").map(Array.init)
        var pages: [[String]] = []
        var page: [String] = []
        for section in sections {
            let longer = page.isEmpty ? section : page + [""] + section
            if longer.count <= height {
                page = longer
                continue
            }
            if !page.isEmpty { pages.append(page) }
            page = section
            while page.count > height {
                pages.append(Array(page.prefix(height)))
                page = Array(page.dropFirst(height))
            }
        }
        return page.isEmpty ? pages : pages + [page]
    }
}
