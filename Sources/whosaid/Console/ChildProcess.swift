import LineEditor

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Programs of the user's own, a pager and an editor, which have the terminal until they end.
enum ChildProcess {
    /// Runs a command line of the user's by the shell, with further arguments that no shell reads.
    /// - Parameters:
    ///   - input: what it reads from standard input; nil for the terminal.
    ///   - environment: variables that are set where the user has not set them.
    /// - Returns: whether it was found and ended well.
    static func run(
        _ command: String, _ arguments: [String] = [], input: String? = nil, environment: [(String, String)] = []
    ) -> Bool {
        // A file, not a pipe: a pager that is left early must not end this program by a broken pipe.
        let file = input.flatMap(unnamedFile)
        if input != nil, file == nil { return false }
        defer { if let file { close(file) } }
        for (name, value) in environment { setenv(name, value, 0) }
        let words = ["/bin/sh", "-c", "\(command) \"$@\"", "whosaid"] + arguments
        var pointers = words.map { strdup($0) } + [nil]
        defer { for pointer in pointers { free(pointer) } }
        #if canImport(Glibc)
            var actions = posix_spawn_file_actions_t()
        #else
            var actions: posix_spawn_file_actions_t?
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        if let file { posix_spawn_file_actions_adddup2(&actions, file, STDIN_FILENO) }
        var process: pid_t = 0
        guard posix_spawn(&process, "/bin/sh", &actions, nil, &pointers, environ) == 0 else { return false }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 && errno == EINTR {}
        // Ctrl-C was for the child.
        Interrupts.clear()
        return status == 0
    }

    /// A file without a name that holds a text and is read from its start.
    private static func unnamedFile(_ text: String) -> Int32? {
        var template = TemporaryPath.template
        let file = mkstemp(&template)
        guard file >= 0 else { return nil }
        unlink(template)
        guard writeAll(text, to: file) == nil else {
            close(file)
            return nil
        }
        lseek(file, 0, SEEK_SET)
        return file
    }
}
