// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Embedding",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "whosaid", path: "../..")],
    targets: [
        .target(name: "Digest", dependencies: [.product(name: "WhoSaidKit", package: "whosaid")]),
        .testTarget(
            name: "DigestTests", dependencies: ["Digest", .product(name: "WhoSaidTesting", package: "whosaid")],
            exclude: ["Queries", "Snapshots"]),
    ],
    swiftLanguageModes: [.v6]
)
