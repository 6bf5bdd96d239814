import Annotator

/// Finds how often what was found with a score is right, from quotes of articles that did not teach the scores.
enum CalibrationTraining {
    /// A quote that was found.
    struct Example {
        let evidence: Calibration.Evidence
        let isRight: Bool
    }

    /// The fewest quotes that say anything about a share.
    private static let fewest = 40
    /// The most steps of a line.
    private static let steps = 24

    /// The line of each group that has examples.
    static func calibrations(_ examples: [Example]) -> [Calibration.Group: Calibration] {
        var calibrations: [Calibration.Group: Calibration] = [:]
        for group in Calibration.Group.allCases {
            calibrations[group] = calibration(examples.filter { $0.evidence.group == group })
        }
        return calibrations
    }

    /// Some quotes with neighbouring scores.
    private struct Block {
        var count = 0
        var right = 0
        var sum = 0

        var score: Int32 { Int32(sum / count) }
        /// A share that a few quotes alone never make certain.
        var perMille: Int32 { Int32((right * 2 + 1) * 500 / (count + 1)) }

        static func + (left: Block, right: Block) -> Block {
            Block(count: left.count + right.count, right: left.right + right.right, sum: left.sum + right.sum)
        }
    }

    /// The isotonic regression over blocks of equal size: neighbours whose shares fall are taken together.
    private static func calibration(_ examples: [Example]) -> Calibration? {
        let sorted = examples.sorted { $0.evidence.score < $1.evidence.score }
        let size = max(fewest, sorted.count / steps)
        var blocks: [Block] = []
        for (index, example) in sorted.enumerated() {
            // Equal scores stay together.
            let isNew = index == 0 || example.evidence.score != sorted[index - 1].evidence.score
            if blocks.isEmpty || blocks[blocks.count - 1].count >= size && isNew { blocks.append(Block()) }
            blocks[blocks.count - 1] =
                blocks[blocks.count - 1]
                + Block(count: 1, right: example.isRight ? 1 : 0, sum: Int(example.evidence.score))
        }
        var pools: [[Block]] = []
        for block in blocks {
            pools.append([block])
            while pools.count > 1, share(pools[pools.count - 2]) >= share(pools[pools.count - 1]) {
                let last = pools.removeLast()
                pools[pools.count - 1] += last
            }
        }
        // A pool is level between its first and its last block.
        let points = pools.flatMap { pool -> [Calibration.Point] in
            let scores = pool.count > 1 ? [pool[0].score, pool[pool.count - 1].score] : [pool[0].score]
            return scores.map { Calibration.Point(score: $0, perMille: share(pool)) }
        }
        return Calibration(points)
    }

    private static func share(_ pool: [Block]) -> Int32 { pool.dropFirst().reduce(pool[0], +).perMille }
}
