/// The outcome of checking notebooks in the form that build servers read (JUnit's XML).
struct NotebookCheckReport {
    struct Case {
        var name: String
        /// What is wrong; empty when all is well.
        var failure: String
    }

    var cases: [Case] = []

    func xml() -> String {
        let failures = cases.count { !$0.failure.isEmpty }
        var lines = [
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
            "<testsuites tests=\"\(cases.count)\" failures=\"\(failures)\">",
            "<testsuite name=\"simrepl notebook check\" tests=\"\(cases.count)\" failures=\"\(failures)\">",
        ]
        for item in cases {
            let name = XMLText.escaped(item.name)
            guard !item.failure.isEmpty else {
                lines.append("<testcase classname=\"notebook\" name=\"\(name)\"/>")
                continue
            }
            let text = item.failure.split(separator: "\n", omittingEmptySubsequences: false)
                .map { XMLText.escaped(String($0)) }
            lines.append("<testcase classname=\"notebook\" name=\"\(name)\">")
            lines.append("<failure message=\"\(text.first ?? "")\">" + text.joined(separator: "\n") + "</failure>")
            lines.append("</testcase>")
        }
        return (lines + ["</testsuite>", "</testsuites>"]).joined(separator: "\n") + "\n"
    }
}
