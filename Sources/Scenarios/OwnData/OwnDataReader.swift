internal import Foundation
internal import PathwaySim

/// Reads a folder of own data and looks through every cell.
struct OwnDataReader {
    /// The largest file that is read, in bytes, and the most rows.
    static let sizeLimit = 128 << 20
    static let rowLimit = 1_100_000
    /// Problems told one by one; the rest are counted.
    static let mostProblems = 40

    let words: OwnDataWords
    private(set) var data = OwnData()
    private(set) var notes: [OwnDataNote] = []
    private(set) var problems: [OwnDataProblem] = []
    /// Somebody was found: then nothing else is told, and nothing is repeated.
    private(set) var personal: [OwnDataProblem] = []
    private var uncounted = 0

    init(words: OwnDataWords) { self.words = words }

    /// Reads all files of a folder.
    ///
    /// - Parameter name: the folder as it was named.
    mutating func read(folder: URL, named name: String) {
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder.path, isDirectory: &isDirectory), isDirectory.boolValue
        else {
            problems.append(.noFolder(name))
            return
        }
        let listed = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        var found = 0
        for file in OwnDataFile.allCases {
            let names = [Texts.ownDataFileName(file).da, Texts.ownDataFileName(file).en]
            guard let present = match(names, in: listed) else {
                if let workbook = workbook(names, in: listed) {
                    found += 1
                    problems.append(.workbookInstead(found: workbook, wanted: names[0]))
                } else if !file.isOptional {
                    notes.append(.noFile(file))
                }
                continue
            }
            found += 1
            if let lock = lock(of: present, in: listed) {
                problems.append(.isOpen(present, lock: lock))
                continue
            }
            read(file, at: folder.appendingPathComponent(present), named: present)
        }
        if found == 0 {
            notes = []
            let expected = OwnDataFile.allCases.filter { !$0.isOptional }.map { Texts.ownDataFileName($0) }
            problems.append(.noFiles(name, expected: expected))
        }
        if uncounted > 0 { problems.append(.more(uncounted)) }
        if problems.isEmpty, personal.isEmpty, found > 0, data.isEmpty { problems.append(.nothingUseful(name)) }
    }

    /// The file of one of these names, whatever its case.
    private func match(_ names: [String], in listed: [String]) -> String? {
        listed.sorted().first { file in names.contains { $0.lowercased() == file.lowercased() } }
    }

    /// A workbook where a table of text was meant.
    private func workbook(_ names: [String], in listed: [String]) -> String? {
        let stems = names.map { String($0.dropLast(4)).lowercased() }
        return listed.sorted().first { file in
            guard let point = file.lastIndex(of: "."), !file.hasPrefix("~"), !file.hasPrefix(".") else { return false }
            return stems.contains(file[..<point].lowercased())
                && ["xlsx", "xls", "xlsm", "ods", "numbers"].contains(file[file.index(after: point)...].lowercased())
        }
    }

    /// The file with which LibreOffice or Excel says that it has a file open.
    private func lock(of file: String, in listed: [String]) -> String? {
        let locks = [".~lock.\(file)#", "~$\(file)", "~$" + file.dropFirst(2)].map { $0.lowercased() }
        return listed.first { locks.contains($0.lowercased()) }
    }

    private mutating func read(_ file: OwnDataFile, at url: URL, named name: String) {
        do throws(FileProblem) {
            let bytes = try FileReading.bytes(of: url, name: name, limit: Self.sizeLimit)
            do throws(SheetText.Problem) {
                try read(file, SheetText(bytes), named: name)
            } catch {
                switch error {
                case .workbook: problems.append(.isWorkbook(name))
                case .notText: problems.append(.notText(name))
                case .empty: problems.append(.empty(name))
                }
            }
        } catch {
            problems.append(.unreadable(error))
        }
    }

    private mutating func read(_ file: OwnDataFile, _ text: SheetText, named name: String) {
        if text.encoding != .utf8 { notes.append(.encoding(file: name, text.encoding)) }
        let scanner = SheetScanner(text)
        var sheet = OwnDataSheet(file: file, name: name, words: words)
        sheet.separator = scanner.separator
        if text.bytes.contains(UInt8(ascii: "/")) { sheet.slashOrder = Self.slashOrder(scanner, file) }
        do throws(SheetScanner.UnclosedQuote) {
            try scanner.forEachRow { row, cells in sheet.take(row, cells) }
        } catch {
            sheet.report(.unclosedQuote(.init(file: name, row: error.row)))
        }
        sheet.finish()
        notes += sheet.notes
        personal += sheet.personal
        let room = max(0, Self.mostProblems - problems.count)
        problems += sheet.problems.prefix(room)
        uncounted += sheet.problems.count - min(room, sheet.problems.count) + sheet.uncounted
        switch file {
        case .referrals: data.referrals = sheet.referrals
        case .waitingList: data.lists = sheet.lists
        case .groups: (data.groups, data.groupsFile) = (sheet.groups, name)
        case .staff: data.staff = sheet.staff
        case .keyFigures: data.figures = sheet.figures
        }
    }

    /// How the dates of a file with slashes are written, where all that say it agree.
    private static func slashOrder(_ scanner: SheetScanner, _ file: OwnDataFile) -> CellText.SlashOrder {
        var orders: Set<CellText.SlashOrder> = []
        try? scanner.forEachRow { _, cells in
            for (index, cell) in cells.enumerated() {
                // Months stand in the first column of referrals; elsewhere any day may.
                let inMonths = file == .referrals && index == 0
                if let order = CellText.slashOrder(cell, inMonths: inMonths) { orders.insert(order) }
            }
            return orders.count < 2
        }
        // Where they differ the day is first, and the others are refused.
        return orders.count > 1 ? .dayFirst : orders.first ?? .unknown
    }
}
