// swift-tools-version: 6.2
import PackageDescription

/// The settings of every Swift target: one loop at the end of this file applies them.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .treatAllWarnings(as: .error),
]

/// The rooms, each with the rooms it may look into: `ArchitectureTests` holds the `import` lines to this table.
let rooms: [Target] = [
    .target(name: "Text"),
    .target(name: "Dates"),
    .target(name: "SpeechVerbs"),
    .target(name: "Gazetteer", dependencies: ["Text"]),
    .target(name: "QueryLanguage", dependencies: ["Text", "Dates", "SpeechVerbs"]),
    .target(name: "Articles", dependencies: ["Text", "Dates", "SpeechVerbs"]),
    .target(name: "Exchange", dependencies: ["Text", "Dates", "SpeechVerbs", "Articles"]),
    .target(
        name: "Readers", dependencies: ["Text", "Dates", "SpeechVerbs", "Articles", "Exchange", "CLibXML2", "CZlib"]),
    .target(
        name: "Annotator", dependencies: ["Text", "Dates", "SpeechVerbs", "Gazetteer", "Articles", "CAnnotatorModel"]),
    .target(
        name: "ArticleStore",
        dependencies: [
            "Text", "Dates", "SpeechVerbs", "Articles", "CZlib", .product(name: "GRDB", package: "GRDB.swift"),
            .product(name: "GRDBSQLite", package: "GRDB.swift"),
        ]),
    .target(
        name: "Evaluator",
        dependencies: [
            "Text", "Dates", "SpeechVerbs", "Gazetteer", "QueryLanguage", "Articles", "ArticleStore",
        ]),
    .target(
        name: "Presentation", dependencies: ["Text", "Dates", "SpeechVerbs", "QueryLanguage", "Articles", "Evaluator"]),
    .target(name: "LanguageService", dependencies: ["Text", "Dates", "SpeechVerbs", "QueryLanguage"]),
    .target(name: "LineEditor", dependencies: ["CLineEditor"]),
    .target(
        name: "WhoSaidKit",
        dependencies: [
            "Text", "Dates", "QueryLanguage", "Articles", "Exchange", "Readers", "Annotator", "ArticleStore",
            "Evaluator",
            "Presentation", "LanguageService",
        ]),
    .target(
        name: "LanguageServer",
        dependencies: [
            "Text", "Dates", "QueryLanguage", "Articles", "Evaluator", "Presentation", "LanguageService", "WhoSaidKit",
        ]),
    .target(
        name: "WhoSaidTesting",
        dependencies: ["WhoSaidKit", "Evaluator", "QueryLanguage", "Presentation", "Text", "Dates"]),
    .executableTarget(
        name: "annotator-lab",
        dependencies: [
            "Text", "Articles", "Readers", "Annotator", "CZlib",
            .product(name: "ArgumentParser", package: "swift-argument-parser"),
        ]),
    .executableTarget(
        name: "whosaid",
        dependencies: [
            "Text", "Dates", "QueryLanguage", "Articles", "Exchange", "Readers", "Annotator", "ArticleStore",
            "Evaluator",
            "Presentation",
            "LanguageService", "LanguageServer", "LineEditor", "WhoSaidKit",
            .product(name: "ArgumentParser", package: "swift-argument-parser"),
        ],
        exclude: ["Manual"]),
]

let libraries: [Target] = [
    .target(name: "CAnnotatorModel", exclude: ["annotator.model"]),
    .target(name: "CLineEditor", linkerSettings: [.linkedLibrary("edit")]),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
]

let tests: [Target] = [
    .testTarget(name: "TextTests", dependencies: ["Text"]),
    .testTarget(name: "DatesTests", dependencies: ["Dates"]),
    .testTarget(name: "SpeechVerbsTests", dependencies: ["SpeechVerbs"]),
    .testTarget(name: "ExchangeTests", dependencies: ["Exchange", "Articles", "Text", "Dates", "SpeechVerbs"]),
    .testTarget(name: "QueryLanguageTests", dependencies: ["QueryLanguage", "Text", "Dates", "SpeechVerbs"]),
    .testTarget(name: "ReadersTests", dependencies: ["Readers", "Articles", "Text", "Dates", "CZlib"]),
    .testTarget(
        name: "AnnotatorTests",
        dependencies: ["Annotator", "Inventing", "Readers", "Articles", "Text", "Dates", "SpeechVerbs"]),
    .testTarget(
        name: "AnnotatorLabTests", dependencies: ["annotator-lab", "Annotator", "Text"]),
    .testTarget(
        name: "ArticleStoreTests",
        dependencies: [
            "ArticleStore", "Articles", "Text", "Dates", "SpeechVerbs", .product(name: "GRDB", package: "GRDB.swift"),
        ],
        exclude: ["Fixtures"]),
    .testTarget(
        name: "EvaluatorTests",
        dependencies: ["Evaluator", "QueryLanguage", "ArticleStore", "Articles", "Text", "Dates", "SpeechVerbs"],
        exclude: ["Explaining/explanations.txt"]),
    .testTarget(
        name: "PresentationTests",
        dependencies: ["Presentation", "Evaluator", "QueryLanguage", "Articles", "Text", "Dates", "SpeechVerbs"],
        exclude: ["Golden"]),
    .testTarget(name: "LanguageServiceTests", dependencies: ["LanguageService", "QueryLanguage", "Text", "Dates"]),
    .testTarget(
        name: "LanguageServerTests",
        dependencies: ["LanguageServer", "LanguageService", "QueryLanguage", "Text", "Dates"]),
    .testTarget(name: "LineEditorTests", dependencies: ["LineEditor"]),
    .testTarget(
        name: "WhoSaidKitTests",
        dependencies: [
            "WhoSaidKit", "WhoSaidTesting", "Evaluator", "QueryLanguage", "ArticleStore", "Articles", "Annotator",
            "Readers", "Exchange", "Presentation", "Text", "Dates", "SpeechVerbs", "MadeUp",
            .product(name: "GRDB", package: "GRDB.swift"),
        ],
        exclude: ["Testing/Queries", "Testing/Snapshots"]),
    .testTarget(
        name: "SeedsTests",
        dependencies: [
            "WhoSaidKit", "WhoSaidTesting", "Presentation", "Evaluator", "QueryLanguage", "ArticleStore", "Articles",
            "Annotator", "Inventing", "Readers", "Text", "Dates", .product(name: "GRDBSQLite", package: "GRDB.swift"),
        ]),
    .testTarget(name: "ArchitectureTests"),
]

/// The laws of the language, which fuzzer and tests hold to what they read.
let laws: [Target] = [
    .target(
        name: "Laws",
        dependencies: [
            "Text", "Dates", "QueryLanguage", "Articles", "Readers", "Annotator", "ArticleStore", "Evaluator",
            "Presentation", "LanguageService", "WhoSaidKit",
        ], path: "Tests/Fuzzing/Laws"),
    .testTarget(name: "FuzzingTests", dependencies: ["Laws", "QueryLanguage", "Text"], path: "Tests/Fuzzing/Replay"),
]

/// What tests and benchmarks share: articles and quotes that nobody printed.
let inventing: [Target] = [
    .target(name: "Inventing", dependencies: ["Articles", "Dates"], path: "Tests/Inventing")
]

/// Archives of any size for tests and benchmarks.
let madeUp: [Target] = [
    .target(
        name: "MadeUp", dependencies: ["Text", "Dates", "SpeechVerbs", "Articles", "ArticleStore"],
        path: "Tests/Benchmarks/MadeUp")
]

/// Programs that are built on request alone: the fuzzer, which libFuzzer gives its `main`, the benchmarks, and a prompt for sanitizers.
let onRequest: [(variable: String, target: Target)] = [
    ("WHOSAID_SANITIZE", .executableTarget(name: "line", dependencies: ["LineEditor"], path: "Tests/Sanitizing/line")),
    ("WHOSAID_FUZZ", .executableTarget(name: "fuzz", dependencies: ["Laws"], path: "Tests/Fuzzing/Fuzzer")),
    (
        "WHOSAID_BENCHMARKS",
        .executableTarget(
            name: "benchmarks",
            dependencies: [
                "Text", "Dates", "QueryLanguage", "Articles", "ArticleStore", "Evaluator", "WhoSaidKit", "MadeUp",
                "Annotator", "Inventing",
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            path: "Tests/Benchmarks", exclude: ["run", "prompt.py", "store.py", "MadeUp"],
            linkerSettings: [.linkedLibrary("m")])
    ),
]
let requested = onRequest.filter { Context.environment[$0.variable] != nil }.map(\.target)

for target in rooms + tests + laws + inventing + madeUp + requested { target.swiftSettings = settings }

let package = Package(
    name: "whosaid",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "whosaid", targets: ["whosaid"]),
        .library(name: "WhoSaidKit", targets: ["WhoSaidKit"]),
        .library(name: "WhoSaidTesting", targets: ["WhoSaidTesting"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    ],
    targets: rooms + libraries + tests + laws + inventing + madeUp + requested
)
