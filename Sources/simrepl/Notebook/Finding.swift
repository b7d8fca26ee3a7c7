import PathwaySim
import Scenarios

/// What a command that computes found: where the numbers of a notebook's prose come from.
enum Finding {
    case run(RunReport)
    case comparison(ComparisonReport)
    case sweep(SweepReport)
    case search(FindReport)
}
