import Articles
import Dates

/// The quotes of an archive once they are joined into statements.
struct JoinedQuotes {
    let quotes: JoinableQuotes
    /// When they were printed and said.
    let days: [JoinableQuotes.Days]
    /// For each quote the fullest report of its statement; itself where it is that.
    let leader: [Int32]
    /// What each other quote has in common with that.
    let likenesses: [(quote: Int32, resemblance: Resemblance)]

    /// The statements in the order of their first reports; those of one quote only where `withSingles` is set.
    func statements(withSingles: Bool) -> [LinkedStatement] {
        let (groups, numbers) = groups
        var likenessOf = [Int32](repeating: -1, count: leader.count)
        for (index, likeness) in likenesses.enumerated() { likenessOf[Int(likeness.quote)] = Int32(index) }
        return numbers.compactMap { number in
            let reports = groups[Int(number)]
            guard withSingles || reports.count > 1 else { return nil }
            return LinkedStatement(
                quotes: reports.map { quotes.ids[Int($0)] },
                said: best(reports.compactMap { days[Int($0)].evidence }),
                place: reports.compactMap { quotes.place(Int($0)) }.min { rank($0) < rank($1) },
                likenesses: reports.compactMap { report in
                    let index = likenessOf[Int(report)]
                    return index < 0 ? nil : likeness(of: Int(report), likenesses[Int(index)].resemblance)
                })
        }
    }

    /// The reports of each statement in the order of the archive, under the number of the fullest; and the numbers of the statements that
    /// are some, in the order of their first reports.
    private var groups: (FlatLists<Int32>, numbers: [Int32]) {
        var counts = [Int32](repeating: 0, count: leader.count)
        var numbers: [Int32] = []
        for fullest in leader {
            if counts[Int(fullest)] == 0 { numbers.append(fullest) }
            counts[Int(fullest)] += 1
        }
        return (FlatLists(of: leader, counts: counts), numbers)
    }

    private func likeness(of quote: Int, _ resemblance: Resemblance) -> Likeness {
        Likeness(
            quote: quotes.ids[quote], fullest: quotes.ids[Int(leader[quote])], common: resemblance.common,
            words: resemblance.count, share: resemblance.share)
    }

    /// The date with the best basis; of equal ones the narrowest, then the earliest.
    private func best(_ dates: [DatedEvidence]) -> DatedEvidence? {
        dates.min { (rank($0), width($0), $0.value) < (rank($1), width($1), $1.value) }
    }

    private func width(_ date: DatedEvidence) -> Int { date.value.last.number - date.value.first.number }

    private func rank(_ date: DatedEvidence) -> Int { DatedEvidence.Basis.allCases.firstIndex(of: date.basis) ?? 0 }

    private func rank(_ place: PlaceEvidence) -> Int { PlaceEvidence.Basis.allCases.firstIndex(of: place.basis) ?? 0 }
}

extension FlatLists<Int32> {
    /// The numbers 0, 1, 2, … in lists, each in the list that `list` tells of it.
    /// - Parameter counts: how many each list has.
    init(of list: [Int32], counts: [Int32]) {
        var places: [Int] = []
        places.reserveCapacity(counts.count)
        var end = 0
        for count in counts {
            places.append(end)
            end += Int(count)
        }
        var values = [Int32](repeating: 0, count: list.count)
        var next = places
        for (number, list) in list.enumerated() {
            values[next[Int(list)]] = Int32(number)
            next[Int(list)] += 1
        }
        self.init(values, ends: next)
    }
}
