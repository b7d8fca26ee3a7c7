/// Why a model cannot be run, found before it starts.
public enum ModelError: Error, Hashable, Sendable {
    /// A name that nothing in the model bears.
    case unknown(NameKind, name: String, in: String)
    /// The same name twice.
    case duplicate(NameKind, name: String)
    /// Two names whose hashes collide, so that their luck would be the same; rename one.
    case collision(String, String)
    /// A number outside its range.
    case outOfRange(what: String, in: String, value: Double)
    /// A route without a target, or with weights that are negative or sum to 0.
    case badRoute(in: String)
    /// The step asks for more units of the resource than it ever has.
    case neverEnough(resource: String, step: String, units: Int)
    /// A resource of the wrong kind: a slot plan where units are seized, or units where slots are booked.
    case wrongKind(resource: String, step: String)
    /// The resource is both seized at once by some steps and booked ahead by others.
    case seizedAndBooked(resource: String)
    /// Resources asked for together have different disciplines, so the order of asking is not defined.
    case mixedDisciplines(step: String)
    /// A preemptive resource used together with others, or held over several steps.
    case preemptionNotAlone(step: String)
    /// A number that belongs to a group, a source or a member of staff asks about a citizen or about the system.
    case aboutCitizens(what: String, in: String)
    /// What a course needs belongs to the group; it cannot depend on a citizen.
    case conditionOnCourse(step: String)
    /// Slots that are granted by priority are not known beforehand, so nobody can decline one that is too far ahead.
    case declinedByPriority(step: String)
    /// A course whose minimum exceeds its maximum, or that has no way to start.
    case impossibleCourse(step: String)
    /// The calendar has no working day or is otherwise unusable.
    case calendar(CalendarError)
    /// A resource name that is not an id of this model's parts.
    public enum NameKind: String, Hashable, Sendable {
        case step, resource, attribute, event, option, outcome, source, worldEvent
    }
}
