/// The prose of the reference page for case files.
enum CaseReferenceTexts {
    static let introduction = """
        A case is one citizen whom a room follows through a scenario, deciding on the way: `walk CASE`. It is a JSON \
        file (comments and trailing commas allowed); no programming is needed. The shipped cases lie in \
        `scenarios/cases`; copy one, change it, and check it with `simrepl validate FILE`, which also tries every \
        choice of every stop.

        A walk is a run of the whole scenario from its first day. The citizen's waits come from the queues of that \
        scenario, and everybody else has the same luck whatever the room decides. `set` before a walk changes the \
        municipality the citizen moves in.
        """

    static let example = """
        {
          "schema": "pathwaysim.case/1",
          "id": "example",
          "scenario": "kommune",
          "title": {"da": "Et eksempel", "en": "An example"},
          "name": {"da": "Borgeren", "en": "The citizen"},
          "assumption": {"da": "Opdigtet.", "en": "Invented."},
          "intro": [{"da": "En borger vil stoppe med at ryge.", "en": "A citizen wants to stop smoking."}],
          "facts": [{"da": "Ryger 15 cigaretter om dagen.", "en": "Smokes 15 cigarettes a day."}],
          "citizen": {
            "arrives": "2026-02-03T10:00", "entry": "detection",
            "attributes": {"reason": "risk", "atWork": false, "smoker": true, "needsNicotineCessation": true, "namesNicotine": true},
            "decisions": {"nicotineResult": "smokeFree", "foundNeeds": "notSeen", "keepingItUp": "alone"}
          },
          "milestones": {
            "course": {
              "label": {"da": "Kurset begynder", "en": "The course begins"},
              "events": ["nicotineCessation.start", "nicotineCessationEvening.start"]
            }
          },
          "stops": [
            {
              "id": "answer", "at": "detection.enter", "actor": "citizen",
              "title": {"da": "Svaret", "en": "The answer"}, "place": {"da": "Hos lægen", "en": "At the GP's"},
              "known": [{"da": "Lægen foreslår et kursus.", "en": "The GP suggests a course."}],
              "question": {"da": "Hvad svarer I?", "en": "What do you answer?"},
              "choices": [
                {"text": {"da": "Ja tak.", "en": "Yes please."}, "recommended": true, "decisions": {"detection": "refer"}},
                {"text": {"da": "Ikke nu.", "en": "Not now."}, "decisions": {"detection": "decline"}}
              ],
              "advice": {
                "text": {"da": "Tilbud er frivillige.", "en": "Offers are voluntary."},
                "from": {"da": "001, Hvordan vurderes forebyggelsesbehovet?", "en": "001, on judging the need"}
              }
            }
          ]
        }
        """

    static let rules = """
        ## How a stop works

        A stop hangs on an event of the pathway (`at`): at a `choice` step on `STEP.enter`, elsewhere on whatever \
        happens there (`referral.received`, `closing.start`). Several stops may hang on one event; they come in the \
        order of the file. A stop whose event does not happen with the choices made is never shown.

        What a choice does is data: `decisions` take an option of a `choice` step, `attributes` set what rules of the \
        pathway read later. An attribute that is read *before* the stop would change what has already happened; that \
        is found and refused (S602). What is recommended must say where it comes from (`advice.from`).

        `milestones` are compared in the debrief, in this play-through and in other runs. `needs` are found by a choice \
        (`finds`) or by an event (`foundAt`). Nothing is scored.

        Texts are for people in a room: short sentences, one question a stop, no real patients.
        """

    static let findings = """
        Besides the findings of scenario files: S600 something in a case does not fit together, S601 no such case, \
        S602 a choice changes what has already happened, S603 the pathway asks for a decision nobody makes, or no stop \
        is reached.
        """
}
