// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "MorningDigest",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "whosaid", path: "../..")],
    targets: [
        .target(name: "MorningDigest", dependencies: [.product(name: "WhoSaidKit", package: "whosaid")]),
        .executableTarget(
            name: "morning-digest", dependencies: ["MorningDigest", .product(name: "WhoSaidKit", package: "whosaid")]),
        .testTarget(
            name: "MorningDigestTests",
            dependencies: ["MorningDigest", .product(name: "WhoSaidTesting", package: "whosaid")]),
    ],
    swiftLanguageModes: [.v6]
)
