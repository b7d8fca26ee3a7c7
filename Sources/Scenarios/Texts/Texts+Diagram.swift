extension Texts {
    // MARK: Ways of a pathway

    public static let wayReneged = Text(da: "opgiver", en: "gives up")
    public static let wayBalked = Text(da: "afvises", en: "turned away")
    public static let wayLost = Text(da: "udebliver", en: "stays away")
    public static let wayDropped = Text(da: "falder fra", en: "drops out")
    public static let wayNotAccepted = Text(da: "ikke accepteret", en: "not accepted")
    public static let wayBack = Text(da: "vender tilbage", en: "comes back")
    public static let wayNone = Text(da: "ingen af dem", en: "none of them")

    // MARK: Lanes and marks

    public static let laneOfEnds = Text(da: "Forløbet slutter", en: "The course ends")
    public static let laneOfNobody = Text(da: "Forløbet", en: "The pathway")
    public static let legendOnward = Text(da: "videre i forløbet", en: "onward")
    public static let legendLeaving = Text(
        da: "opgiver, udebliver eller falder fra", en: "gives up, stays away or drops out")
    public static let legendBack = Text(da: "vender tilbage", en: "comes back")
    public static let mermaidReceives = Text(da: "modtager", en: "receives")

    /// Where citizens come from, in the diagram as text.
    public static func diagramEntry(_ sources: String) -> Text {
        Text(da: "Borgere kommer fra: \(sources)", en: "Citizens come from: \(sources)")
    }

    /// What a drawing tells those who cannot see it.
    public static func diagramDescription(steps: Int, lanes: [String]) -> Text {
        let names = lanes.joined(separator: ", ")
        return Text(
            da:
                "Forløbets \(steps) trin med en bane for hver aktør: \(names). Pile viser, hvordan borgeren kommer videre.",
            en:
                "The \(steps) steps of the pathway with a lane for each actor: \(names). Arrows show how citizens go on."
        )
    }
}
