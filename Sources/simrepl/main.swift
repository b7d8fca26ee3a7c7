import Foundation

let status = Program(
    arguments: Array(Swift.CommandLine.arguments.dropFirst()), environment: ProcessInfo.processInfo.environment
).run()
exit(status.rawValue)
