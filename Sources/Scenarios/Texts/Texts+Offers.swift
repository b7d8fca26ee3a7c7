public import PathwaySim

extension Texts {
    // MARK: The directory of offers

    public static let noOffers = Text(
        da: "Scenariet har ingen tilbudsoversigt.", en: "The scenario has no directory of offers.")
    public static let offerTargetGroup = Text(da: "Målgruppe", en: "Target group")
    public static let offerEvidence = Text(da: "Grundlag", en: "Basis")
    public static let offerLevel = Text(da: "Niveau", en: "Level")
    public static let offerOperator = Text(da: "Drives af", en: "Run by")
    public static let offerTime = Text(da: "Tidsbegrænset", en: "Limited in time")
    public static let offerForms = Text(da: "Findes som", en: "Comes as")

    public static func offerLevel(_ level: OfferInfo.Level) -> Text {
        switch level {
        case .information: Text(da: "oplysning og hjælp til selvhjælp", en: "information and self-help")
        case .ordinary: Text(da: "ordinært tilbud", en: "ordinary offer")
        case .special: Text(da: "særligt tilrettelagt", en: "specially arranged")
        }
    }

    /// Whether an offer ends, and when.
    public static func offerUntil(_ date: CivilDate?) -> Text {
        guard let date else { return Text(da: "nej", en: "no") }
        let day = DateFormat.long(date)
        return Text(da: "til og med \(day.da)", en: "until \(day.en)")
    }

    // MARK: A scenario's page

    public static let pageChanges = Text(da: "Hvad der er ændret", en: "What is changed")
    public static let pageWhat = Text(da: "hvad", en: "what")
    public static let pageBefore = Text(da: "før", en: "before")
    public static let pageNow = Text(da: "nu", en: "now")
    public static let pageNew = Text(da: "nyt trin", en: "new step")
    public static let pagePathway = Text(da: "Forløbet", en: "The pathway")
    public static let pageOffers = Text(da: "Tilbud", en: "Offers")
    public static let pageOffer = Text(da: "tilbud", en: "offer")
    public static let pageDeadline = Text(da: "frist", en: "deadline")
    public static let pageBinds = Text(da: "bindende ved", en: "bound by")
    /// `from 1 January 2008`; nil when it is always in force.
    public static func valid(from: Text?, to: Text?) -> Text? {
        switch (from, to) {
        case (let from?, let to?): Text(da: "fra \(from.da) til \(to.da)", en: "from \(from.en) to \(to.en)")
        case (let from?, nil): Text(da: "fra \(from.da)", en: "from \(from.en)")
        case (nil, let to?): Text(da: "til \(to.da)", en: "until \(to.en)")
        case (nil, nil): nil
        }
    }
    public static let pageFrom = Text(da: "grundlag", en: "basis")
    public static let pageNumbers = Text(da: "Tallene", en: "The numbers")
    public static let pageNumber = Text(da: "tal", en: "number")
    public static let pageValue = Text(da: "værdi", en: "value")
    public static let pageTry = Text(da: "Prøv selv", en: "Try it")

    /// - Parameter link: the base as a Markdown link.
    public static func pageBuildsOn(_ link: String) -> Text {
        Text(da: "Bygger på \(link); alt andet er som dér.", en: "Builds on \(link); all else is as there.")
    }

    public static func pageSamePathway(_ file: String) -> Text {
        Text(da: "Forløbets trin er de [samme](\(file)).", en: "The steps are the [same](\(file)).")
    }

    public static func pageAssumptions(_ id: String) -> Text {
        Text(da: "vis antagelser \(id)", en: "show assumptions \(id)")
    }

    public static func pageShare(_ assumed: Int, of all: Int, command: String) -> Text {
        Text(
            da: "\(assumed) af scenariets \(all) tal er skøn; `\(command)` viser dem alle.",
            en: "\(assumed) of the scenario's \(all) numbers are estimates; `\(command)` lists them all.")
    }

    public static func pageCommands(_ id: String, base: String?) -> Text {
        let compare = base.map { Text(da: "\nsammenlign \($0) \(id)", en: "\ncompare \($0) \(id)") } ?? Text(same: "")
        return Text(
            da: "åbn \(id)\nkør" + compare.da + "\nvis diagram --to \(id).svg",
            en: "load \(id)\nrun" + compare.en + "\nshow diagram --to \(id).svg")
    }
}
