internal import PathwaySim

/// The files of own data: what they and their columns are called.
extension Texts {
    static func ownDataFileName(_ file: OwnDataFile) -> Text {
        switch file {
        case .referrals: Text(da: "henvisninger.csv", en: "referrals.csv")
        case .waitingList: Text(da: "venteliste.csv", en: "waiting-list.csv")
        case .groups: Text(da: "hold.csv", en: "groups.csv")
        case .staff: Text(da: "medarbejdere.csv", en: "staff.csv")
        case .keyFigures: Text(da: "noegletal.csv", en: "key-figures.csv")
        }
    }

    static let guideFileName = Text(da: "LÆSMIG.txt", en: "README.txt")
    static let exampleMark = Text(da: "EKSEMPEL ", en: "EXAMPLE ")
    static let exampleDays = Text(da: "tir", en: "Tue")

    /// The heading of a column, as the template writes it.
    static func ownDataColumn(_ column: OwnDataFile.Column) -> Text {
        switch column {
        case .month: Text(da: "måned", en: "month")
        case .source: Text(da: "kilde", en: "source")
        case .count: Text(da: "antal", en: "count")
        case .asOf: Text(da: "opgjort", en: "as of")
        case .waitingFor: Text(da: "venter på", en: "waiting for")
        case .referred: Text(da: "henvist", en: "referred")
        case .offer: Text(da: "tilbud", en: "offer")
        case .start: Text(da: "start", en: "start")
        case .time: Text(da: "klokken", en: "time")
        case .meetings: Text(da: "møder", en: "meetings")
        case .weekdays: Text(da: "ugedage", en: "weekdays")
        case .seats: Text(da: "pladser", en: "seats")
        case .participants: Text(da: "deltagere", en: "participants")
        case .status: Text(da: "status", en: "status")
        case .function: Text(da: "funktion", en: "function")
        case .staff: Text(da: "medarbejdere", en: "staff")
        case .hours: Text(da: "timer pr. uge", en: "hours a week")
        case .share: Text(da: "andel til borgere", en: "share for citizens")
        case .minutes: Text(da: "samtale min", en: "conversation min")
        case .preparation: Text(da: "forberedelse min", en: "preparation min")
        case .documentation: Text(da: "dokumentation min", en: "documentation min")
        case .travel: Text(da: "transport min", en: "travel min")
        case .holiday: Text(da: "ferie uger", en: "holiday weeks")
        case .sickness: Text(da: "sygedage", en: "sick days")
        case .figure: Text(da: "tal", en: "figure")
        case .from: Text(da: "fra", en: "from")
        case .to: Text(da: "til", en: "to")
        case .value: Text(da: "værdi", en: "value")
        }
    }

    static func groupStatus(_ status: OwnData.Group.Status) -> Text {
        switch status {
        case .held: Text(da: "holdt", en: "held")
        case .cancelled: Text(da: "aflyst", en: "cancelled")
        case .planned: Text(da: "planlagt", en: "planned")
        }
    }

    // MARK: Figures

    /// What a kind of figure is called before the comma; of all, the whole name.
    static func figureKind(_ kind: FigureKind) -> Text {
        switch kind {
        case .allReferrals: Text(da: "henvisninger i alt", en: "referrals in all")
        case .referrals: Text(da: "henvisninger", en: "referrals")
        case .waitingList: Text(da: "venteliste", en: "waiting list")
        case .meanWait: Text(da: "ventetid i gennemsnit", en: "mean wait")
        case .medianWait: Text(da: "ventetid median", en: "median wait")
        case .waitOfNineInTen: Text(da: "ventetid 9 ud af 10", en: "wait of nine in ten")
        case .groups: Text(da: "hold", en: "groups")
        case .seatsUsed: Text(da: "pladser brugt", en: "seats used")
        case .noShows: Text(da: "udeblivelser", en: "no-shows")
        case .began: Text(da: "startet", en: "began")
        }
    }

    /// The name of a figure: its kind and what it is about.
    static func figure(_ kind: FigureKind, _ thing: Text?) -> Text {
        guard let thing, kind != .allReferrals else { return figureKind(kind) }
        let name = figureKind(kind)
        return Text(da: "\(name.da), \(thing.da)", en: "\(name.en), \(thing.en)")
    }

    /// How a kind of figure is written, for those who have written it otherwise.
    static func figureExample(_ kind: FigureKind) -> Text {
        let thing =
            switch kind {
            case .allReferrals: Text(same: "")
            case .referrals: Text(da: ", KILDE", en: ", SOURCE")
            case .groups, .seatsUsed: Text(da: ", TILBUD", en: ", OFFER")
            default: Text(da: ", TRIN", en: ", STEP")
            }
        return figureKind(kind) + thing
    }

    /// The figure that a name means; nil when it is none. What is before the comma says the kind.
    static func figure(named text: String, _ words: OwnDataWords) -> (kind: FigureKind, thing: String?)? {
        let key = CellText.folded(text)
        for kind in FigureKind.allCases {
            for name in [figureKind(kind).da, figureKind(kind).en].map(CellText.folded) {
                if kind == .allReferrals {
                    if key == name { return (kind, nil) }
                    continue
                }
                guard key.hasPrefix(name + ",") else { continue }
                let things: [OwnDataWords.Thing] =
                    switch kind {
                    case .referrals: words.sources
                    case .groups, .seatsUsed: words.offers
                    default: words.steps
                    }
                let rest = String(key.dropFirst(name.count + 1))
                if let thing = OwnDataWords.find(rest, among: things) { return (kind, thing.id) }
            }
        }
        return nil
    }

    // MARK: The guide

    /// The text beside the files, for the person who fills them in.
    static func ownDataGuide(_ words: OwnDataWords, title: Text) -> Text {
        func list(_ labels: [Text], _ language: Language) -> String {
            labels.map { "    " + $0[language] }.joined(separator: "\n")
        }
        let sources = words.sources.map(\.label) + words.groups.map(\.label)
        let functions = (words.talks + words.others).map(\.label)
        let (steps, offers) = (words.steps.map(\.label), words.offers.map(\.label))
        return Text(
            da: """
                EGNE TAL

                Skriv tal og datoer, som I kender dem: I skal ikke regne noget om. Åbn filerne i Excel eller LibreOffice,
                ret dem, og gem dem igen som CSV under samme navn. Rækkerne, der begynder med EKSEMPEL, er opdigtede og
                læses ikke; slet dem, eller lad dem stå. En fil, I ikke har tal til, lader I være, som den er.

                En tom celle under en måned, en kilde, en listes dato, "venter på", et tilbud eller et tal i noegletal.csv er
                som cellen over (flettede celler). Men skriver I den ellers i hver række, er den glemt, og programmet beder om den.

                Skriv aldrig navne, CPR-numre, e-mail eller andet om den enkelte borger eller medarbejder. Finder
                programmet noget, der ligner, læser det ingen af filerne. Tal om under fem borgere vises og skrives ikke.

                henvisninger.csv - en række for hver måned og kilde
                  måned       månedens første dag, fx 01-01-2025 (januar 2025 kan også bruges)
                  kilde       en af disse, som de står:
                \(list(sources, .da))
                              Kender I ikke anledningen, så brug det, der står før kolon; så fordeles tallet som i eksemplet.
                  antal       henvisninger modtaget i måneden; skriv 0, hvis der ingen var. En kilde uden rækker er som i
                              eksemplet

                venteliste.csv - en række for hver dato, nogen er henvist; to borgere fra samme dag er én række med antal 2
                  opgjort     listens dato. Den seneste er dagens liste. Har I også listen fra årets begyndelse, så skriv
                              den med sin egen dato; så begynder sidste år med den
                  venter på   en af disse:
                \(list(steps, .da))
                  henvist     hvornår de er henvist; tom, hvis I ikke ved det
                  antal       hvor mange

                hold.csv - en række for hvert hold, både dem fra sidste år og de planlagte
                  tilbud      en af disse:
                \(list(offers, .da))
                  start       første mødes dato
                  klokken, møder, ugedage   fx 13:00, 5, tir eller man+tor; kan være tomme
                  pladser     pladser på holdet
                  deltagere   hvor mange der begyndte; tom ved planlagte hold
                  status      holdt, aflyst eller planlagt

                medarbejdere.csv - en række for hver funktion
                  funktion    en af disse:
                \(list(functions, .da))
                  medarbejdere        hvor mange der har funktionen
                  timer pr. uge       for hver
                  andel til borgere   den del af timerne, der er sat af til samtaler og det, der hører til, fx 40 %.
                                      Kender I kun andelen ansigt til ansigt, så skriv den, og lad de tre næste felter med
                                      forberedelse, dokumentation og transport stå tomme
                  samtale min, forberedelse min, dokumentation min, transport min   minutter for hver samtale
                  ferie uger, sygedage   om året for hver medarbejder; sygedage er arbejdsdage
                  For dem, der holder hold, bruges kun medarbejdere og sygedage.

                noegletal.csv - kun hvis I kender ventetider eller udeblivelser
                  tal         fx "ventetid i gennemsnit, \(steps.first?.da ?? "")" i dage; se docs/own-data.md
                  fra, til    den periode, tallet gælder; begge dage er med
                  værdi       tallet

                Se til sidst efter. Står du i simrepl, så skriv: importer MAPPE
                Ellers skriv i en terminal: simrepl importer MAPPE
                Når I retter i filerne senere, så skriv: importer MAPPE --force (det, der blev skrevet før, skrives over)
                Tallene kommer til at stå oven på: \(title.da)
                """,
            en: """
                OWN DATA

                Write counts and dates as you know them: nothing need be worked out. Open the files in a spreadsheet,
                change them, and save them again as CSV under the same name. The rows that begin with EXAMPLE are
                invented and are not read; delete them or leave them. A file for which you have no numbers can be left.

                An empty cell under a month, a source, the date of a list, "waiting for", an offer or a figure is as the cell above
                (merged cells). But if you otherwise write it in every row it was forgotten, and the program asks for it.

                Never write names, CPR numbers, e-mail addresses or anything else about a single citizen or member of
                staff. If the program finds anything like it, it reads none of the files. Numbers about fewer than five citizens
                are neither shown nor written.

                referrals.csv - a row for each month and source
                  month       its first day, such as 2025-01-01 (January 2025 will do)
                  source      one of these, as they stand:
                \(list(sources, .en))
                              If you do not know the reason, use what stands before the colon; the number is then shared
                              out as in the example.
                  count       referrals received in the month; write 0 when there were none. A source without rows is as in
                              the example

                waiting-list.csv - a row for each date of referral; two citizens of the same day are one row with count 2
                  as of       the date of the list. The latest is today's. If you also have the list from the beginning of
                              the year, write it with its own date; last year then begins with it
                  waiting for one of these:
                \(list(steps, .en))
                  referred    when they were referred; empty when you do not know
                  count       how many

                groups.csv - a row for each group, last year's and those planned
                  offer       one of these:
                \(list(offers, .en))
                  start       date of the first meeting
                  time, meetings, weekdays   such as 13:00, 5, Tue or Mon+Thu; may be empty
                  seats       seats in the group
                  participants how many began; empty for planned groups
                  status      held, cancelled or planned

                staff.csv - a row for each function
                  function    one of these:
                \(list(functions, .en))
                  staff               how many people
                  hours a week        each
                  share for citizens  the part of the hours set aside for conversations and what belongs to them, such as
                                      40%. If you only know the share face to face, write that and leave preparation,
                                      documentation and travel empty
                  conversation min, preparation min, documentation min, travel min   minutes for each conversation
                  holiday weeks, sick days   a year, each; sick days are working days
                  For those who lead groups only staff and sick days are used.

                key-figures.csv - only if you know waits or no-shows
                  figure      such as "mean wait, \(steps.first?.en ?? "")" in days; see docs/own-data.md
                  from, to    the period it is about; both days belong to it
                  value       the number

                When done: type import FOLDER where you are in simrepl, or simrepl import FOLDER in a terminal.
                When you change the files later: import FOLDER --force (what was written before is written over)
                The numbers will stand on top of: \(title.en)
                """)
    }
}
