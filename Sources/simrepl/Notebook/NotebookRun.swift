import Scenarios

/// What carrying out a notebook gave.
struct NotebookRun {
    /// The notebook as it should be.
    var bytes: [UInt8]
    /// What went wrong; with anything here the bytes are not to be written.
    var problems: [(problem: NotebookProblem, range: Range<Int>)] = []
    var isInterrupted = false
    /// Blocks carried out, and numbers in the words looked up.
    var blocks = 0
    var numbers = 0
    /// What people call each number, by its target.
    var labels: [String: String] = [:]
    /// Drawings that the commands wrote, by their names beside the notebook.
    var drawings: [(name: String, bytes: [UInt8])] = []
}
