// swift-tools-version: 6.1
import PackageDescription

/// One list of strict settings for every target, so that no target drifts.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "PathwaySim",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "PathwaySim", targets: ["PathwaySim"]),
        .executable(name: "simrepl", targets: ["simrepl"]),
    ],
    targets: [
        // The engine: no domain words, no input or output.
        .target(name: "PathwaySim", swiftSettings: strict),
        // Scenario files, validation, texts in both languages.
        .target(name: "Scenarios", dependencies: ["PathwaySim"], swiftSettings: strict),
        .systemLibrary(
            name: "CEdit", pkgConfig: "libedit",
            providers: [.apt(["libedit-dev"]), .yum(["libedit-devel"])]),
        // Commands, line editor, rendering.
        .executableTarget(
            name: "simrepl", dependencies: ["Scenarios", "PathwaySim", "CEdit"], swiftSettings: strict),
        // Times the engine alone, for bin/bench.
        .executableTarget(
            name: "enginebench", dependencies: ["Scenarios", "PathwaySim"], path: "Benchmarks/EngineBench",
            swiftSettings: strict),
        // Compares runs of scenarios/theory and scenarios/benchmark with what they must give; writes docs/validation.md.
        .executableTarget(
            name: "theorycheck", dependencies: ["Scenarios", "PathwaySim"], path: "Benchmarks/TheoryCheck",
            swiftSettings: strict),
        // How often the intervals hold the truth, for bin/validate.
        .executableTarget(
            name: "coverage", dependencies: ["PathwaySim"], path: "Benchmarks/Coverage", swiftSettings: strict),
        // How often `find` is right, for bin/validate.
        .executableTarget(
            name: "findbench", dependencies: ["PathwaySim"], path: "Benchmarks/FindBench", swiftSettings: strict),
        .testTarget(name: "PathwaySimTests", dependencies: ["PathwaySim"], swiftSettings: strict),
        .testTarget(
            name: "ScenariosTests", dependencies: ["Scenarios", "PathwaySim"], exclude: ["Broken"],
            swiftSettings: strict),
        // The engine against exact formulas, on the scenarios of scenarios/theory and scenarios/benchmark.
        .testTarget(
            name: "ValidationTests", dependencies: ["Scenarios", "PathwaySim"], swiftSettings: strict),
        // Pseudo-terminals, which the tests of the line editor need.
        .systemLibrary(name: "CPty", path: "Tests/CPty"),
        .testTarget(
            name: "SimreplTests", dependencies: ["simrepl", "Scenarios", "CPty"], exclude: ["Walks"],
            swiftSettings: strict),
    ]
)
