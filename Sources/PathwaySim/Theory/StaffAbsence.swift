/// Staff who are away now and then.
public enum StaffAbsence {
    /// The share of the time a member of the staff is away in the long run, spells of one kind.
    ///
    /// A present member falls ill after 365/spellsPerYear days on average and is away for meanDays: the alternating renewal
    /// argument gives away/(away + present). Source: e.g. Ross (2014), *Introduction to Probability Models*, 7.5.1.
    public static func shareAway(spellsPerYear: Double, meanDays: Double) -> Double {
        guard spellsPerYear > 0, meanDays > 0 else { return 0 }
        return meanDays / (meanDays + 365 / spellsPerYear)
    }
}
