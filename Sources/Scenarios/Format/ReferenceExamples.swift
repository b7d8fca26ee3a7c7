/// Runnable examples of the reference page: whole scenarios, small enough to read.
///
/// Each is loaded by a test, so the page cannot show what does not work.
public enum ReferenceExamples {
    /// What the rest of an example is put into.
    private struct Parts {
        var attributes: String?
        var sources = #""people": {"kind": "poisson", "rate": {"perDay": 4}, "next": "first"}"#
        var resources: String?
        var steps: String
        var more: String?
    }

    /// A whole scenario that shows one kind of step, source or resource.
    public static func scenario(family: String, kind: String) -> String? {
        parts["\(family).\(kind)"].map { assembled($0, id: "example-\(kind)") }
    }

    /// A whole scenario whose delay has the distribution.
    public static func scenario(distribution: String) -> String? {
        distributions[distribution].map { parameters in
            assembled(
                Parts(
                    steps:
                        "\"first\": {\"kind\": \"delay\", \"duration\": {\"\(distribution)\": \(parameters)}, \"next\": \"done\"}"
                ),
                id: "example-\(distribution)")
        }
    }

    private static func assembled(_ parts: Parts, id: String) -> String {
        let sections: [(String, String?)] = [
            ("attributes", parts.attributes), ("sources", parts.sources), ("resources", parts.resources),
            ("steps", parts.steps + ",\n\"done\": {\"kind\": \"close\", \"outcome\": \"completed\"}"),
        ]
        var text = """
            {
              "schema": "\(ScenarioFormat.version)", "id": "\(id)", "kind": "method",
              "title": "Example", "assumption": "invented for the reference page",
              "start": "2026-01-05", "horizon": "1y",

            """
        for (name, members) in sections {
            guard let members else { continue }
            let lines = members.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
            text += "  \"\(name)\": {\n\(lines)\n  },\n"
        }
        if let more = parts.more { text += "  " + more + ",\n" }
        return text + "  \"outcomes\": {\"completed\": {}, \"left\": {}}\n}\n"
    }

    private static let left = "\n\"gone\": {\"kind\": \"close\", \"outcome\": \"left\"}"
    private static let nurses = #""nurse": {"kind": "servers", "capacity": 2}"#
    private static let slots =
        #""talks": {"kind": "slots", "slotsPerWeek": 30, "length": "45m", "staff": 2, "windows": [{"days": ["mon", "wed"], "hours": "09:00-15:00"}]}"#

    private static let parts: [String: Parts] = [
        "step.delay": Parts(
            steps: #""first": {"kind": "delay", "duration": "2wd", "next": {"done": 0.9, "gone": 0.1}},"# + left),
        "step.service": Parts(
            resources: nurses,
            steps: """
                "first": {"kind": "service", "needs": "nurse", "duration": {"lognormal": {"mean": "30m", "cv": 0.5}},
                          "waitingRoom": 20, "balked": "gone", "patience": {"exponential": {"mean": "2d"}}, "reneged": "gone",
                          "next": "done"},
                """ + left),
        "step.seize": Parts(
            resources: #""bed": {"kind": "servers", "capacity": 40}"#,
            steps: """
                "first": {"kind": "seize", "needs": "bed", "next": "stay"},
                "stay": {"kind": "delay", "duration": {"gamma": {"mean": "7d", "cv": 1}}, "next": "leave"},
                "leave": {"kind": "release", "next": {"done": 0.8, "gone": 0.2}},
                """ + left),
        "step.release": Parts(
            resources: #""bed": {"kind": "servers", "capacity": 40}"#,
            steps: """
                "first": {"kind": "seize", "needs": "bed", "next": "stay"},
                "stay": {"kind": "delay", "duration": "5d", "next": "leave"},
                "leave": {"kind": "release", "resources": ["bed"], "turnaround": "2h", "next": {"done": 0.8, "gone": 0.2}},
                """ + left),
        "step.appointment": Parts(
            resources: slots,
            steps: """
                "first": {"kind": "appointment", "slots": "talks", "lead": "3wd", "cancel": 0.1, "cancelNotice": "2d",
                          "reuseLimit": "1d", "noShow": 0.08, "rebookings": 1, "rebookDelay": "3d", "lost": "gone",
                          "next": "done"},
                """ + left),
        "step.course": Parts(
            resources: #""teacher": {"kind": "servers", "capacity": 3}"#,
            steps: """
                "first": {"kind": "course", "maximum": 12, "minimum": 5, "needs": "teacher", "staffing": "eachSession",
                          "start": {"every": "1w", "weekday": "tue", "skipClosed": true},
                          "sessions": {"count": 6, "weekdays": ["tue"], "at": "16:30", "length": "2h"},
                          "dropout": 0.03, "dropped": "gone", "next": "done"},
                """ + left),
        "step.branch": Parts(
            attributes: #""age": {"type": "number", "draw": {"uniform": {"low": 18, "high": 90}}}"#,
            steps: """
                "first": {"kind": "branch", "rules": [{"if": "age >= 65", "next": "senior"}], "otherwise": "junior"},
                "senior": {"kind": "delay", "duration": "1w", "next": "done"},
                "junior": {"kind": "branch", "probabilities": {"done": "min(0.9, age / 100 + 0.2)", "gone": "1 - min(0.9, age / 100 + 0.2)"}},
                """ + left),
        "step.choice": Parts(
            attributes: #""motivated": {"type": "boolean", "probability": 0.6}"#,
            steps: """
                "first": {"kind": "choice", "options": {
                  "accept": {"probability": "motivated ? 0.9 : 0.4", "next": "done"},
                  "decline": {"probability": "motivated ? 0.1 : 0.6", "next": "gone"}}},
                """ + left),
        "step.assign": Parts(
            attributes:
                #""score": {"type": "number", "value": 0}, "group": {"type": "category", "values": {"a": 1, "b": 1}}"#,
            steps: """
                "first": {"kind": "assign", "assign": {"score": "elapsed + 1", "group": {"values": {"a": 0.2, "b": 0.8}}},
                          "next": {"done": 0.5, "gone": 0.5}},
                """ + left),
        "step.message": Parts(
            steps: """
                "first": {"kind": "message", "message": "REF01", "from": "gp", "to": "municipality", "delay": "1d",
                          "missing": 0.12, "returnKind": "DIS91", "returnDelay": "3wd", "maximumReturns": 2,
                          "acknowledgement": "CTL01", "accepted": 0.95, "notAccepted": "gone", "next": "done"},
                """ + left),
        "step.split": Parts(
            attributes: #""smoker": {"type": "boolean", "probability": 0.3}"#,
            steps: """
                "first": {"kind": "split", "arms": {"training": true, "quitting": "smoker"}, "join": "both"},
                "training": {"kind": "delay", "duration": "8w", "next": "both"},
                "quitting": {"kind": "delay", "duration": "6w", "next": "both"},
                "both": {"kind": "join", "mode": "all", "next": {"done": 0.9, "gone": 0.1}},
                """ + left),
        "step.join": Parts(
            steps: """
                "first": {"kind": "split", "arms": ["letter", "call"], "join": "reached"},
                "letter": {"kind": "delay", "duration": "5d", "next": "reached"},
                "call": {"kind": "delay", "duration": {"exponential": {"mean": "4d"}}, "next": "reached"},
                "reached": {"kind": "join", "mode": "any", "next": {"done": 0.9, "gone": 0.1}},
                """ + left),
        "step.waitFor": Parts(
            steps: """
                "first": {"kind": "waitFor", "date": {"daysOfMonth": [1], "nextWorkingDay": true}, "next": "fair"},
                "fair": {"kind": "waitFor", "worldEvent": "fair", "patience": "30d", "reneged": "gone", "next": "done"},
                """ + left,
            more: #""worldEvents": {"fair": {"at": ["2026-05-01", "2026-10-01"]}}"#),
        "step.close": Parts(
            steps: """
                "first": {"kind": "delay", "duration": "1w", "next": {"done": 0.7, "gone": 0.3}},
                "gone": {"kind": "close", "outcome": "left",
                         "reEntry": {"probability": 0.2, "after": {"exponential": {"mean": "90d"}}, "to": "first", "maximum": 2}}
                """),
        "source.poisson": Parts(
            sources: """
                "gp": {"kind": "poisson", "rate": {"population": 45000, "share": 0.15, "referred": 0.02},
                       "workingDaysOnly": true, "months": {"jul": 0.4},
                       "surges": [{"from": "2026-09-28", "to": "2026-10-05", "factor": 2}], "next": "first"},
                "walkIn": {"kind": "poisson", "rate": {"perDay": 3}, "pieces": [{"from": "0d", "perDay": 3}, {"from": "12h", "perDay": 1}],
                           "period": "1d", "next": "first"}
                """,
            steps: #""first": {"kind": "delay", "duration": "1d", "next": {"done": 0.9, "gone": 0.1}},"# + left),
        "source.renewal": Parts(
            sources:
                #""bus": {"kind": "renewal", "interval": {"erlang": {"shape": 4, "mean": "2h"}}, "batch": 3, "next": "first"}"#,
            steps: #""first": {"kind": "delay", "duration": "1d", "next": {"done": 0.9, "gone": 0.1}},"# + left),
        "source.recorded": Parts(
            attributes: #""age": {"type": "number", "value": 50}"#,
            sources: """
                "diary": {"kind": "recorded", "at": ["2026-01-07T09:00", "2026-02-01", "60d"], "assign": {"age": 70},
                          "next": "first"}
                """,
            steps: #""first": {"kind": "delay", "duration": "1d", "next": {"done": 0.9, "gone": 0.1}},"# + left),
        "source.waitingList": Parts(
            attributes: #""urgent": {"type": "boolean", "probability": 0.1}"#,
            sources: """
                "backlog": {"kind": "waitingList", "count": 40, "waited": {"uniform": {"low": "0d", "high": "60d"}}, "step": "first"},
                "named": {"kind": "waitingList", "step": "first", "waited": [
                  {"since": "2025-11-03", "attributes": {"urgent": true}}, {"waited": "12d"}, "3d"]}
                """,
            resources: slots,
            steps: """
                "first": {"kind": "appointment", "slots": "talks", "priority": "urgent ? 1 : 0", "lead": "3wd",
                          "next": {"done": 0.9, "gone": 0.1}},
                """ + left),
        "resource.servers": Parts(
            resources: """
                "nurse": {"kind": "servers", "capacity": 2, "workingDaysOnly": true, "discipline": "priority",
                          "shifts": [{"days": ["mon", "tue", "wed", "thu", "fri"], "hours": "08:00-16:00"}],
                          "changes": [{"from": "2026-07-01", "capacity": 1}, {"from": "2026-08-01", "capacity": 2}],
                          "absences": {"sickness": {"spellsPerYear": 2, "length": {"exponential": {"mean": "4d"}}}}}
                """,
            steps: """
                "first": {"kind": "service", "needs": {"nurse": 1}, "duration": "45m", "shiftEnd": "pause",
                          "next": {"done": 0.9, "gone": 0.1}},
                """ + left),
        "resource.slots": Parts(
            resources: """
                "talks": {"kind": "slots", "slotsPerWeek": 32.5, "length": "45m", "staff": 2,
                          "windows": [{"days": ["mon", "tue"], "hours": "09:00-15:00"}, {"days": ["thu"], "hours": "12:00-18:00"}],
                          "closures": ["2026-07-13..2026-07-31"], "changes": [{"from": "2026-09-01", "slotsPerWeek": 40}]}
                """,
            steps: #""first": {"kind": "appointment", "slots": "talks", "next": {"done": 0.9, "gone": 0.1}},"# + left),
    ]

    private static let distributions: [String: String] = [
        "constant": #""3d""#,
        "uniform": #"{"low": "2d", "high": "9d"}"#,
        "triangular": #"{"low": "1d", "mode": "3d", "high": "14d"}"#,
        "pert": #"{"low": "1d", "mode": "3d", "high": "14d"}"#,
        "exponential": #"{"mean": "40d"}"#,
        "erlang": #"{"shape": 3, "mean": "12d"}"#,
        "gamma": #"{"mean": "7d", "cv": 1.2}"#,
        "weibull": #"{"shape": 1.5, "scale": "10d"}"#,
        "lognormal": #"{"mean": "7.4d", "sd": "8.61d"}"#,
        "normal": #"{"mean": "10d", "sd": "3d", "lower": "0d"}"#,
        "beta": #"{"alpha": 2, "beta": 5, "low": "0d", "high": "30d"}"#,
        "hyperexponential": #"[{"weight": 0.9, "mean": "2d"}, {"weight": 0.1, "mean": "30d"}]"#,
        "poisson": #"{"mean": 4}"#,
        "binomial": #"{"n": 10, "p": 0.3}"#,
        "geometric": #"{"p": 0.25}"#,
        "discrete": #"[{"value": "1d", "weight": 3}, {"value": "7d", "weight": 1}]"#,
        "empirical": #"{"values": ["2d", "3d", "3d", "8d"]}"#,
    ]
}
