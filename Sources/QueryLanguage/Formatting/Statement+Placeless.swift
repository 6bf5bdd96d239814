import Text

extension Statement {
    /// The statement without its places, by which two ways of writing it are compared.
    package var placeless: Statement {
        let nowhere = ByteRange(0, 0)
        switch self {
        case .question(let query): return .question(query.moved(to: nowhere))
        case .definition(var definition):
            definition.nameRange = nowhere
            switch definition.value {
            case .words(let matcher): definition.value = .words(matcher.moved(to: nowhere))
            case .condition(let condition): definition.value = .condition(condition.moved(to: nowhere))
            case .value(let value): definition.value = .value(value.moved(to: nowhere))
            case .question(let query): definition.value = .question(query.moved(to: nowhere))
            }
            return .definition(definition)
        case .expectation(var expectation):
            expectation.range = nowhere
            switch expectation.claim {
            case .rows: break
            case .some(let condition): expectation.claim = .some(condition.moved(to: nowhere))
            case .every(let condition): expectation.claim = .every(condition.moved(to: nowhere))
            case .no(let condition): expectation.claim = .no(condition.moved(to: nowhere))
            case .first(let condition): expectation.claim = .first(condition.moved(to: nowhere))
            }
            return .expectation(expectation)
        case .command(let command): return .command(command.placeless)
        }
    }
}

extension Statement.Command {
    fileprivate var placeless: Statement.Command {
        let nowhere = ByteRange(0, 0)
        return switch self {
        case .show(let reference): .show(reference.placeless)
        case .why(let reference): .why(reference.placeless)
        case .open(let reference): .open(reference.placeless)
        case .explain(let query): .explain(query.moved(to: nowhere))
        case .describe(let topic, _): .describe(topic, nowhere)
        case .include(let path, _): .include(path: path, nowhere)
        case .edit(let edit): .edit(edit.placeless)
        case .corrections: self
        case .dot(let name, let argument, _): .dot(name: name, argument: argument, nowhere)
        }
    }
}

extension Statement.Edit {
    fileprivate var placeless: Statement.Edit {
        let nowhere = ByteRange(0, 0)
        switch self {
        case .correct(var correction):
            correction.reference = correction.reference.placeless
            correction.values = correction.values.map { $0.moved(to: nowhere) }
            correction.range = nowhere
            return .correct(correction)
        case .reject(let reference, let isForAll): return .reject(reference.placeless, isForAll: isForAll)
        case .merge(let name, let other): return .merge(name.moved(to: nowhere), into: other.moved(to: nowhere))
        case .split(let name, let other): return .split(name.moved(to: nowhere), from: other.moved(to: nowhere))
        case .undo(let number, _): return .undo(number, nowhere)
        }
    }
}

extension Statement.Reference {
    fileprivate var placeless: Statement.Reference {
        switch self {
        case .row(let row, let report, _): .row(row, report: report, ByteRange(0, 0))
        case .quote(let id, _): .quote(id, ByteRange(0, 0))
        }
    }
}
