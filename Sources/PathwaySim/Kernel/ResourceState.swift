/// A resource during a run.
struct ResourceState {
    /// Units on duty now.
    var capacity: Int32 = 0
    /// Units in use now; may exceed the capacity while services that began earlier are finished.
    var busy: Int32 = 0
    var isDirty = false
    // What the hot loop asks of the compiled resource, kept beside the counts.
    var isLifo = false
    var isPrioritised = false
    var isPreemptive = false
    var tracksServices = false
    /// First of the services that can be interrupted.
    var firstServing: Int32 = -1
    var use = TimeWeighted()
    var queue = TimeWeighted()
    var duty = TimeWeighted()
    /// Units held by groups that meet now and then, and the time in which those groups met.
    var heldByGroups = TimeWeighted()
    var groupContact: Int64 = 0
    /// For resources booked ahead: unit-time booked within the counted part of the run.
    var booked: Int64 = 0
}
