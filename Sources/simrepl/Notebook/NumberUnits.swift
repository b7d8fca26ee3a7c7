/// In what waits are told in the words of a notebook.
enum NumberUnits: String {
    case days, weeks
}
