extension Texts {
    /// A count with its noun: `1 borger`, `2 borgere`, `12.000 borgere`.
    public static func plural(
        _ count: Int, da one: String, _ many: String, en oneEnglish: String, _ manyEnglish: String
    ) -> Text {
        let number = NumberFormat.text(Double(count), digits: 0)
        return Text(
            da: number.da + " " + (count == 1 ? one : many),
            en: number.en + " " + (count == 1 ? oneEnglish : manyEnglish))
    }
}
