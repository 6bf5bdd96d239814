/// Numbers in the place of values that repeat, in the order in which they come.
package struct Codes<Value: Hashable> {
    package private(set) var values: [Value] = []
    private var numbers: [Value: Int32] = [:]

    package init() {}

    /// The number of a value; a new one where it comes for the first time.
    package mutating func number(of value: Value) -> Int32 {
        if let number = numbers[value] { return number }
        let number = Int32(values.count)
        numbers[value] = number
        values.append(value)
        return number
    }

    /// The number of a value, -1 of none.
    mutating func number(of value: Value?) -> Int32 { value.map { number(of: $0) } ?? -1 }
}
