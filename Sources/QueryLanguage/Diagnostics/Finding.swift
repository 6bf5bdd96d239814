import Text

/// What was found wrong at a place, as evidence; its words are made in `Finding+Diagnostics.swift`.
enum Finding: Hashable, Sendable {
    // How it is written.
    case unclosedString(closer: String)
    case singleQuotes(content: String)
    case unclosedParenthesis(end: Int)
    case strayParenthesis
    case strayCharacter(String)
    case unclosedRegex
    case nestedTooDeep(limit: Int)
    case tooLong(limit: Int)
    case foreignComment(text: String)
    case expandsTooFar(name: String)
    /// A character that only looks like one of the language: `＂`, `‑`.
    case lookAlike(String, edit: Edit)
    // How it is built.
    case unknownStart(String, edit: Edit?)
    case unknownVerb(String, suggestion: String?)
    case unknownClause(String, suggestion: String?)
    case unknownField(String, suggestion: String?)
    case unknownFormat(String, suggestion: String?)
    case unknownNoun(String, suggestion: String?)
    case undefinedName(String, suggestion: String?)
    case redefinedName(String)
    case wrongDefinition(name: String, found: String, wanted: String)
    case repeatedClause(String)
    case perWithoutCount(edit: Edit?)
    case missing(Expected, after: String, edit: Edit?)
    case unexpected(String)
    case clauseWithoutQuestion(String, edit: Edit)
    /// With the words as they should be written.
    case wordsNeedQuotes(String)
    case clauseAfterAnd(String, edit: Edit)
    case wordsAsCondition(at: Int)
    case emptyWords
    case notCorrectable(Field)
    case correctionIsNoTest(String, edit: Edit?)
    case onlySpeakersAreJoint(Field)
    // What it means.
    case notADate(field: String, text: String, suggestion: String? = nil)
    case notANumber(field: String, text: String, suggestion: String? = nil)
    case notAChoice(field: String, text: String, choices: [String], suggestion: String?)
    case unfitTest(field: Field, test: String)
    case noSuchDay(String, suggestion: String?)
    case twoReadings(String, [String])
    // Habits from elsewhere.
    case habit(Habit, found: String, edit: Edit?)
    // Warnings.
    case phraseNeedsQuotes(String, edit: Edit)
    case mixedAndOr(edit: Edit)
    case unknownCue(String)
    case innerStar(String)
    // What a program gives.
    case unfitParameter(String, given: String, wanted: String?)

    /// A piece of a text and what to put in its place.
    struct Edit: Hashable, Sendable {
        var range: ByteRange
        var replacement: String
    }

    /// What people bring along from other languages, and from English.
    enum Habit: Int, CaseIterable, Hashable, Sendable {
        case doubleEquals = 1
        case logicalSign
        case sql
        case like
        case byField
        case fromName
        case fromTo
        case notBy
        case saidIsWords
        case conditionWithoutWhere
        case onTopic
        case inOutlet
        case howManyTimes
        case howManyPeople
        case topFirst
        case latestFirst
        case notSaid
        case didFirst
        case nameAlone
        case wordsAlone
        case dotless
        case jointOrEither
        case ofWords
        case toDate
        case showQuestion
        case otherOperator
        case searchField
        case filler
        case pipe
        case pastedPrompt
        case doubledWord
        case missingBlank
        case passive
        case joinedWords
        case signOnWord
        case repeatedField
        case unknownAsValue
        case dateAlone
        case formatAfterIn
        case dateOfField
        case kindFirst
        case twoQuestions
        case mostQuoted
        case whyDid
        case whoIs
        case nameAsCondition
        case clauseInWhere
        case conditionsSideBySide
        case directionAlone
    }
}

/// A finding and the bytes that it is about.
struct Problem: Hashable, Sendable {
    var finding: Finding
    var range: ByteRange
}
