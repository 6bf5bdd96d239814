import Text

extension Manifest {
    /// Reads an object whose keys are file names, an array of objects with a `file`, or an object whose `articles` is one
    /// of these.
    mutating func readJSON(_ bytes: [UInt8]) {
        do {
            read(try JSONText.parse(bytes))
        } catch {
            report(error.offset, "this is no JSON (\(error.found)): mend it here, or use a table with tabs")
        }
    }

    private mutating func read(_ root: JSONText) {
        switch root.value {
        case .array(let items):
            for item in items { read(item: item) }
        case .object(let members):
            if members.count == 1, members[0].name == "articles" {
                switch members[0].value.value {
                case .array, .object: return read(members[0].value)
                default: break
                }
            }
            for member in members { read(member.value, of: member.name, at: member.offset) }
        default:
            report(root.offset, "a manifest is an object whose keys are file names: `{\"a.txt\": {\"outlet\": …}}`")
        }
    }

    private mutating func read(item: JSONText) {
        guard case .object(let members) = item.value else {
            return report(item.offset, "an entry is an object: `{\"file\": \"a.txt\", \"outlet\": …}`")
        }
        guard let file = members.first(where: { Key($0.name) == .file }), case .string(let name) = file.value.value
        else {
            return report(item.offset, "this entry does not say of which file it is: give it a `file`")
        }
        read(item, of: name, at: item.offset)
    }

    private mutating func read(_ value: JSONText, of file: String, at offset: Int) {
        guard case .object(let members) = value.value else {
            return report(value.offset, "what is told of `\(shown(file))` is no object: write `{\"outlet\": …}`")
        }
        guard var entry = entry(for: file, at: offset) else { return }
        for member in members {
            guard let key = Key(member.name) else {
                reportUnknown(member.name, at: member.offset)
                continue
            }
            switch member.value.value {
            case .string(let text): set(key, to: text, of: &entry, at: member.offset)
            case .null: break
            default: report(member.offset, "`\(key.names[0])` is no text: put its value between quotation marks")
            }
        }
        add(entry)
    }
}
