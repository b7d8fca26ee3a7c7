/// The prose of the reference page.
enum ReferenceTexts {
    static let introduction = """
        A scenario is one JSON file (RFC 8259, with `//` and `/* */` comments and trailing commas) that describes a pathway as
        data: who arrives, which steps they pass, what those steps need, what is promised, how a course can end. Every key that
        is not listed here is refused, so a misspelled one never goes unnoticed. All findings are reported at once, each with
        file, line and column. `scenarios/scenario.schema.json` describes the same for editors.

        Named things (steps, resources, sources …) are objects keyed by their id: a lower-case letter, then letters and digits,
        at most 64. A small scenario that runs:
        """

    static let first = """
        {
          "schema": "pathwaysim.scenario/1", "id": "small", "kind": "method",
          "title": {"en": "A small queue", "da": "En lille kø"}, "assumption": "invented for the reference page",
          "start": "2026-01-05", "horizon": "1y",
          "parameters": {"demand": 20},
          "attributes": {"urgent": {"type": "boolean", "probability": 0.2}},
          "sources": {"people": {"kind": "poisson", "rate": {"perDay": "demand"}, "next": "talk"}},
          "resources": {"nurse": {"kind": "servers", "capacity": 2, "discipline": "priority"}},
          "steps": {
            "talk": {"kind": "service", "needs": "nurse", "duration": {"exponential": {"mean": "2h"}},
                     "priority": "urgent ? 1 : 0", "next": "done"},
            "done": {"kind": "close", "outcome": "completed"}
          },
          "deadlines": {"soon": {"from": "talk.enter", "to": "talk.start", "limit": "1wd", "kind": "target"}},
          "outcomes": {"completed": {}}
        }
        """

    static let values = """
        - **Number**: `12`, `0.5`; or a rule over parameters and numbers only, as text: `"demand / 2"`; or with what is known
          about it: `{"value": 12, "source": "001 p. 31", "unit": "slots", "range": [8, 16], "label": "…"}`. The path of a value
          in a command is that of the whole (`parameters.demand`).
        - **Duration**: `"90m"`, `"8h"`, `"3d"`, `"2w"`, `"1y"` (365 days) and, where the calendar decides, `"3wd"` (working days)
          and `"6mo"` (months). A plain number is days of 24 hours. A decimal point is allowed except for working days, months
          and years.
        - **Duration, drawn** for each citizen: a duration as above, a number of days, a distribution (`{"exponential":
          {"mean": "40d"}}`), `{"expression": "2 + age / 10"}` in days, or `{"choose": [{"if": "chronic", "draw": "40d"},
          {"draw": "10d"}]}`. `"time": "working"` or `"open"` beside the distribution makes the drawn number count working days
          (fractions rounded up; the same time of day) or days of 24 open hours (8 hours of work are 1/3). Negative draws are 0.
          Each `draw` of a `choose` may count its own: `{"choose": [{"if": "chronic", "draw": "3wd"}, {"draw": "6mo"}]}`.
        - **Number, drawn**: a number, a rule as text, or the same objects with parameters in plain numbers.
        - **Rule**: see [Rules](#rules). **Probability**: a number from 0 to 1, or a rule.
        - **Route** (`next` and the like): a step's id, or steps with probabilities that sum to 1: `{"a": 0.3, "b": 0.7}`.
        - **Instant**: `"2026-01-07T09:00"`, `"2026-01-07"` (00:00), or a duration after the start (`"60d"`).
        - **Time of day**: `"16:30"`, `"24:00"` being the end of the day. **Weekdays**: `mon tue wed thu fri sat sun`.
        - **Text**: a string (the same in both languages), or `{"da": "…", "en": "…"}`.
        - **Value of an attribute** (`assign`): a plain value (`12`, `true`, a category's name), a rule as text, a distribution, or
          an object with one of `value`, `draw`, `probability`, `values`, `rule`, `choose` as in [attributes](#attribute-attribute).
        """

    static let provenance = """
        Every number has a `source` (a text or page that gives it) or an `assumption` (with a line of reasoning): at the number
        (`{"value": 12, "assumption": "…"}`), or on any object around it, which all numbers inside inherit; the nearest one counts.
        A number with neither is refused (S110). Both are texts.

        What counts: every number, every duration that is a modelling quantity, every limit, and every number within a rule
        except 0 and 1, which only ask whether. What does not: dates, times of day and weekdays, `start`, `horizon`, `warmup`,
        `sampleEvery`, `calendar`, `by`, ids and texts.

        At the root a provenance covers the whole file only for `"kind": "method"` (theory, benchmarks), and in a file with
        `extends` what that file itself changes. A number that a file changes without a reason of its own, inside an object that
        has one in the base, is listed as an assumption that names what it replaces. A number set by command is an assumption,
        "set by the user".
        """

    static let extends = """
        `"extends": "kommune"` names a shipped scenario by its id; a value with `/` or ending in `.json` is a file relative to the
        one that says so. The file then holds only what differs: objects merge member by member, `null` takes a member away,
        anything else replaces (JSON merge patch, RFC 7396; lists are replaced whole). Nothing is required under `extends`. Bases
        may build on bases, up to 16 deep; a circle is refused (S150).

        ```jsonc
        {
          "schema": "pathwaysim.scenario/1", "id": "more-slots", "title": "14 conversations a week", "extends": "kommune",
          "assumption": "what if",
          "resources": {"clarifier": {"slotsPerWeek": 14}}
        }
        ```
        """

    static let distributions = """
        Where a number or a duration is drawn, an object with one of these keys names the distribution. Where a duration is
        drawn, parameters on its scale are durations or numbers of days; elsewhere they are plain numbers. Shapes, weights,
        `cv`, `mu` and `sigma` are always plain numbers.
        """

    static let rules = """
        A rule is a text: `"smoker && age >= 50"`. It is checked for names and types when the file is read. Operators, weakest
        first: `c ? a : b`, `||`, `&&`, `==` `!=`, `<` `<=` `>` `>=`, `+` `-`, `*` `/` `%`, `-x` `!x`, `**`. Numbers may be durations
        (`3d` is 3, `12h` is 0.5). Names are attributes, parameters and the functions below; a category's value is written in
        single quotes (`sex == 'woman'`). Steps, resources and events in a function's parentheses may be quoted or not. A rule
        without a value (a division by zero, `since` of what has not happened) counts as false; where a number is needed the run
        stops and names the step. A rule that can never hold, or always does, gives a warning (S058, S059).
        """

    static let events = """
        Deadlines, intervals and rules name what happens to a citizen: `arrival`, `close`, or an event of a step. `enter` is
        coming to the step; `booked` a slot given; `start` service begun, slot attended, first meeting held; `end` going on to the
        next step; `leave` going another way unserved (turned away, giving up, lost, dropping out); `sent`, `received`, `accepted`
        what happens to a message.
        """

    static let measures = """
        `headline` and `expected` name measures as results do:

        | measure | meaning |
        | --- | --- |
        | `wait.STEP.mean` `.p50` `.p90` `.p95` `.max` | days from entering the step to start of service, slot attended or first meeting; those served |
        | `wait.STEP.all.mean` | the same, those who left unserved included |
        | `wait.STEP.census.count` `.mean` `.max` | those still waiting at the end, and how long so far |
        | `wait.STEP.entered.p90` | of everyone who entered |
        | `gather.STEP.mean`, `group.STEP.size.mean` | days until a group is formed; its size |
        | `reneged.STEP.count` `.share`, `balked.…`, `noshow.…` | gave up; did not join; stayed away |
        | `number.STEP.mean`, `number.STEP.pN` | citizens at the step; probability of exactly N |
        | `queue.RESOURCE.mean` `.max`, `utilisation.RESOURCE`, `hours.RESOURCE` | waiting one by one; share of what was on duty that was in use; hours used |
        | `slots.RESOURCE.offered` `.held` `.attended` `.lost` | slots planned; those at which staff were present; used; lost to no-shows and late cancellations |
        | `throughput.STEP` | citizens who completed the step |
        | `outcome.NAME.count` `.share` | closed with the outcome; share of those closed |
        | `deadline.ID.kept` `.broken` `.open` | promises kept, broken, undecided at the end |
        | `messages.KIND.count` | messages sent |
        | `time.FROM.TO.mean` `.p90` | from one event to another: the scenario's intervals, and `time.arrival.close` |
        """

    static let findings = """
        Errors stop the scenario from being used; warnings do not. A code never changes its meaning.
        """

    static let codes: [(String, String)] = [
        (
            "S001–S013",
            "the file is not sound JSON: too large (64 MB), not text, not UTF-8, empty, a stray character, a duplicate key …"
        ),
        ("S050–S057", "a rule: syntax, unknown names, types, arguments, references, category values, undefined"),
        ("S058, S059", "a rule that never or always holds (warning)"), ("S070", "not a duration"),
        ("S100", "unknown key"), ("S101", "a value of the wrong type"), ("S102", "a number out of range, or not whole"),
        ("S103", "a required field, or a way on, is missing"),
        ("S104", "an id that does not exist, or is of another kind"),
        ("S105", "not one of the words, values or options"), ("S106", "fields that do not go together"),
        ("S107", "not an id, or a name that rules use"), ("S108", "not a date, time or range, or before the start"),
        ("S109", "probabilities that do not sum to 1, or weights that are all 0"),
        ("S110", "a number without source or assumption"),
        ("S111", "not an event"), ("S112", "parameters that make no distribution"),
        ("S113", "instants that are not ascending"),
        ("S114", "a list that is empty or of the wrong length"),
        ("S115", "a value that does not fit its attribute or place"),
        ("S116", "an attribute that is drawn later"),
        ("S150, S151", "scenarios that build on each other in a circle, or too deep"),
        ("S152, S153", "no such scenario; a file that is missing, a directory or unreadable"),
        ("S200", "a step nobody can reach (warning)"), ("S201", "a step that needs more units than there ever are"),
        (
            "S202",
            "a course that can never start, or can never be staffed, or has no start date within the run (warning)"
        ),
        ("S203", "a loop in which no time passes"),
        ("S204, S205", "an outcome never reached, a resource never used (warning)"),
        ("S206", "something else the engine cannot run"),
        ("S207", "slots that fit in no window; more at the same time than there are `staff` (warning)"),
        ("S208", "an arm of a split that never comes to its join (warning)"),
        ("S209", "a wait for a world event or a date that does not come within the run (warning)"),
        ("S210", "a headline measure that a run does not report (warning)"),
        ("S211", "a parameter that no rule uses, so that setting it changes nothing (warning)"),
        ("S300", "a CSV file that cannot be read"),
        ("S301", "a CSV file with something like a personal identification number (CPR)"),
        ("S400–S402", "a path that does not exist, a value that cannot be set"),
    ]
}
