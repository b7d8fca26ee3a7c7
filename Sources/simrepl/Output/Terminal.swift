import Foundation

/// What is known about where output goes.
struct Terminal {
    let descriptor: Int32
    let environment: [String: String]

    /// Whether a person may be looking.
    var isTerminal: Bool { isatty(descriptor) == 1 }

    /// Whether lines can be edited and the cursor moved.
    var canEdit: Bool { isTerminal && environment["TERM"].map { $0 != "dumb" && !$0.isEmpty } ?? false }

    /// Whether colours and styles are used: on a terminal that is not dumb, unless `NO_COLOR` is set.
    var usesColour: Bool { canEdit && (environment["NO_COLOR"] ?? "").isEmpty }

    /// Lines of the window; nil when there is none that says.
    var rows: Int? {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0 else { return nil }
        return Int(size.ws_row)
    }

    /// Columns to fill: the window's, else `COLUMNS`, else 80. Asked anew each time, as windows are resized.
    var columns: Int {
        var size = winsize()
        if ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
        if let columns = environment["COLUMNS"].flatMap({ Int($0) }), columns > 0 { return min(columns, 1_000) }
        return 80
    }
}

extension Terminal {
    /// Whether drawings may use characters beyond ASCII: where the environment names a UTF-8 locale.
    ///
    /// Words are written in UTF-8 all the same: æ is a letter, a block is an ornament.
    var usesUnicode: Bool {
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        let name = locale.lowercased()
        return name.contains("utf-8") || name.contains("utf8")
    }
}
