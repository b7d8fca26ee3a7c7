@testable import PathwaySim

/// A course that citizens enter at given instants.
enum CourseModels {
    static let weekly = Sessions(count: 2, weekdays: [2], at: .zero, length: .hour)

    static func course(
        max maximum: Int, min minimum: Int = 1, _ start: Course.Start, _ length: Course.Length,
        _ change: (inout Course) -> Void = { _ in }
    ) -> Course {
        var course = Course(
            maximum: maximum, minimum: minimum, start: start, length: length,
            queueing: Queueing(priority: .attribute("p")), next: .to("done"))
        change(&course)
        return course
    }

    static func model(
        _ arrivals: [Double], _ course: Course, values: [[String: Double]] = [], resources: [Resource] = [],
        more: [Step] = [], entry: String? = nil, calendar: WorkingCalendar = .danish, horizon: Double = 100
    ) -> Model {
        var model = Kernel.model(
            arrivals, values: values, attributes: ["p", "k", "seats"].map(Kernel.number), resources: resources,
            horizon: horizon, calendar: calendar,
            [
                Step(name: "group", action: .course(course)), Kernel.close("done"), Kernel.close("gone"),
                Kernel.close("dropped"),
            ] + more)
        if let entry { model.sources[0].entry = .to(entry) }
        return model
    }

    static let seats = Formula.binary(.maximum, .constant(1), .attribute("seats"))
}
