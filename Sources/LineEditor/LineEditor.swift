import CLineEditor

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A prompt on a terminal: edits one statement of one or more lines, with history, completion, search and colours.
///
/// A class, because libedit calls back into it while it reads.
package final class LineEditor {
    /// What the owner of the prompt knows and the editor does not.
    package struct Hooks {
        /// Whether Enter should begin another line rather than end the statement.
        package var isIncomplete: (String) -> Bool = { _ in false }
        /// What can stand at a byte offset of the text, best first.
        package var completions: (String, Int) -> [Choice] = { _, _ in [] }
        /// The parts of the text that have a colour, in order, without overlap.
        package var spans: (String) -> [Span] = { _ in [] }
        /// What the text most likely goes on with, where the history does not tell; empty for nothing.
        package var suggestion: (String) -> String = { _ in "" }

        package init() {}
    }

    /// What became of one call of `read`.
    package enum Input: Hashable, Sendable {
        case statement(String)
        /// Ctrl-C: the line was dropped.
        case interrupted
        case endOfInput
    }

    let hooks: Hooks
    let isColored: Bool
    /// A terminal that moves its cursor and knows bracketed paste.
    let isCapable: Bool
    var history: History
    var handle: OpaquePointer?
    var promptText: String
    /// The prompt's bytes for libedit, which keeps only their address.
    private var promptBytes: UnsafeMutablePointer<CChar>?
    /// Whether the line that is being accepted was dropped by Ctrl-C.
    var isDropped = false
    /// The place in the history that is shown, from 0; nil for the line of one's own.
    var place: Int?
    /// The line of one's own while another is shown.
    var draft = ""
    /// A statement that is offered on an empty line, and taken with the key that takes suggestions; nil for none.
    package var proposal: String?
    /// The suggestion drawn behind the cursor.
    var ghost = ""
    /// The suggestion that stood there when the key came.
    var shownGhost = ""

    /// Opens a prompt on the terminal at standard input and output; nil where there is none.
    package init?(prompt: String, history: History, hooks: Hooks, isColored: Bool) {
        self.hooks = hooks
        self.history = history
        isCapable = Terminal.movesCursor
        self.isColored = isColored && isCapable
        // Without a locale of several bytes a character, libedit crashes on a prompt that is not ASCII.
        promptText = cle_use_locale() != 0 ? prompt : prompt.asciiOnly
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { return nil }
        promptBytes = strdup(promptText)
        let context = Unmanaged.passUnretained(self).toOpaque()
        handle = cle_open("whosaid", .init(owner: context, farewell: isCapable ? Self.farewell : Self.silence))
        guard let handle else { return nil }
        Key.bindAll(in: handle)
    }

    deinit {
        if let handle { cle_close(handle) }
        free(promptBytes)
    }

    private static let farewell: StaticString = "\u{1B}[?2004l"
    private static let silence: StaticString = ""

    /// Reads one statement. Its line ends are `\n`.
    package func read() -> Input {
        guard let handle else { return .endOfInput }
        cle_clear_interrupt()
        isDropped = false
        place = nil
        draft = ""
        if isCapable { write("\u{1B}[?2004h") }
        let line = cle_read(handle).map { String(cString: $0) }
        if isCapable { write("\u{1B}[?2004l") }
        proposal = nil
        if isDropped { return .interrupted }
        guard let line else {
            write("\r\n")
            return cle_is_interrupted() != 0 ? .interrupted : .endOfInput
        }
        return .statement(line.hasSuffix("\n") ? String(line.dropLast()) : line)
    }

    /// Draws the line once more, while it is typed, with what the hooks tell by now; may be called from any thread.
    package static func refresh() { cle_wake() }

    /// What went wrong with the history's file; nil where nothing did.
    package var historyProblem: String? { history.problem }

    /// What was typed before, oldest first.
    package var statements: [String] { history.entries }

    /// Puts a statement at the end of the history.
    package func remember(_ statement: String) { history.append(statement) }

    /// The line so far, and the byte offset of the cursor in it.
    var line: (text: String, cursor: Int) {
        var length = 0
        var cursor = 0
        guard let handle, let bytes = cle_line(handle, &length, &cursor) else { return ("", 0) }
        let raw = UnsafeRawBufferPointer(start: bytes, count: length)
        return (String(decoding: raw, as: UTF8.self), min(cursor, length))
    }

    /// Replaces the line and puts the cursor at a byte offset of it.
    func setLine(_ text: String, cursor: Int) {
        guard let handle else { return }
        let before = String(decoding: text.utf8.prefix(cursor), as: UTF8.self)
        cle_set_line(handle, text, Int32(clamping: before.unicodeScalars.count))
    }

    /// Changes what stands before the line, from the next drawing on.
    func setPrompt(_ text: String) {
        promptText = text
        free(promptBytes)
        promptBytes = strdup(text)
    }

    /// Writes to the terminal, past libedit, which has nothing unwritten while it calls back.
    func write(_ text: String) {
        var bytes = ArraySlice(text.utf8)
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { platformWrite(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return }
            bytes = bytes.dropFirst(count)
        }
    }

    /// The prompt's bytes, for libedit.
    fileprivate var promptPointer: UnsafePointer<CChar>? { UnsafePointer(promptBytes) }
}

extension cle_callbacks {
    /// Calls back into the editor at `owner`, which outlives the handle that calls.
    fileprivate init(owner: UnsafeMutableRawPointer, farewell: StaticString) {
        func editor(_ context: UnsafeMutableRawPointer?) -> LineEditor? {
            context.map { Unmanaged<LineEditor>.fromOpaque($0).takeUnretainedValue() }
        }
        self.init(
            context: owner,
            prompt: { editor($0)?.promptPointer },
            command: { Int32(bitPattern: editor($0)?.run(cle_command(UInt32(bitPattern: $1))).rawValue ?? 0) },
            will_wait: { editor($0)?.paint() },
            did_wait: { editor($0)?.eraseGhost() },
            must_redraw: { editor($0)?.redraw(afterStop: $1 != 0) },
            farewell: UnsafeRawPointer(farewell.utf8Start).assumingMemoryBound(to: CChar.self))
    }
}

private func platformWrite(_ file: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
        Glibc.write(file, bytes, count)
    #else
        Darwin.write(file, bytes, count)
    #endif
}

extension String {
    /// Its ASCII characters alone.
    var asciiOnly: String { String(String.UnicodeScalarView(unicodeScalars.filter(\.isASCII))) }

    /// The text without control characters, which a terminal would obey; line ends stay where asked for.
    package func withoutControls(keepingLineEnds: Bool = false) -> String {
        func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
            if scalar == "\n" { return keepingLineEnds }
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator, .surrogate: return false
            case .format: return !(0x202A...0x202E).contains(scalar.value) && !(0x2066...0x2069).contains(scalar.value)
            default: return true
            }
        }
        return String(String.UnicodeScalarView(unicodeScalars.filter(isHarmless)))
    }
}
