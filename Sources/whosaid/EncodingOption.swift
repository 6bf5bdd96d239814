import ArgumentParser
import Readers

/// What is told of the character set of texts.
struct EncodingOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The character set of texts that are not UTF-8, such as koi8-r, whatever they say themselves.",
            valueName: "name"))
    var encoding: CharacterSetChoice?

    var characterSet: String? { encoding?.name }
}

/// A character set on the command line.
struct CharacterSetChoice: ExpressibleByArgument {
    let name: String

    init?(argument: String) {
        guard Reading.knows(characterSet: argument) else { return nil }
        name = argument
    }
}
