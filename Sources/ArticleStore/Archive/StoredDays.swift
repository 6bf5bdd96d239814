import Dates

extension DateInterval {
    /// The days as quotes and statements keep them: counted from 1970-01-01, the last one only where it is another; nil for days that no
    /// calendar prints.
    var storedDays: (first: Int?, last: Int?) {
        guard first.stored != nil, last.stored != nil else { return (nil, nil) }
        return (first.number, first == last ? nil : last.number)
    }
}
