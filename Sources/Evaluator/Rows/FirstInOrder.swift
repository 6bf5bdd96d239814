import ArticleStore

extension Sequence {
    /// The elements that stand first in an order, no more than `limit`, without sorting all others.
    /// - Parameter isBefore: an order in which no two elements tie.
    func first(_ limit: Int, unlessGivenUpBy isBefore: (Element, Element) throws -> Bool) throws -> [Element] {
        // So many are gathered before those that are too many are put away.
        let room = 2 * Swift.min(limit, Int(Int32.max)) + 64
        var kept: [Element] = []
        var last: Element?
        var givingUp = GivingUp()
        for element in self {
            try givingUp.step()
            if let last, try !isBefore(element, last) { continue }
            kept.append(element)
            guard kept.count == room else { continue }
            try kept.sort(by: isBefore)
            kept.removeSubrange(limit...)
            last = kept.last
        }
        return Array(try kept.sortedUnlessGivenUp(by: isBefore).prefix(limit))
    }
}
