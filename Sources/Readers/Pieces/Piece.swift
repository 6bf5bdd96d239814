extension Reading {
    /// A part of what is read that can be read by itself, on any thread: a file, or a record of a large one.
    package struct Piece: Sendable {
        /// The path of the file.
        package let file: String
        /// The bytes on the disk for which it stands, packed as they are there.
        package let size: Int
        /// The articles in it, and what is wrong with it.
        package let read: @Sendable () -> Result

        package init(file: String, size: Int, read: @escaping @Sendable () -> Result) {
            self.file = file
            self.size = size
            self.read = read
        }
    }
}
