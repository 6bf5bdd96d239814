/// Addresses as pages and feeds write them.
enum WebAddress {
    /// The whole address of a link, which may say only how it leads on from another one; nil where it leads to no page.
    ///
    ///     WebAddress.absolute("/a", from: "https://post.example/blog/")      // https://post.example/a
    ///     WebAddress.absolute("a", from: "https://post.example/blog/b")      // https://post.example/blog/a
    static func absolute(_ link: String, from base: String?) -> String? {
        if link.hasPrefix("http://") || link.hasPrefix("https://") { return link }
        guard let base, base.hasPrefix("http://") || base.hasPrefix("https://"), !link.isEmpty,
            let start = base.firstRange(of: "://"), !link.prefix(while: { $0 != "/" }).contains(":")
        else { return nil }
        if link.hasPrefix("//") { return base[..<start.lowerBound] + ":" + link }
        let path = base[start.upperBound...].firstIndex { "/?#".contains($0) } ?? base.endIndex
        if link.hasPrefix("/") { return base[..<path] + link }
        let plain = base[..<(base[path...].firstIndex { "?#".contains($0) } ?? base.endIndex)]
        guard let slash = plain[path...].lastIndex(of: "/") else { return plain + "/" + link }
        return plain[...slash] + link
    }
}
