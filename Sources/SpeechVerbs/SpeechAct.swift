/// What somebody does by saying something. A question's verb asks for the act, not for the print.
package enum SpeechAct: String, CaseIterable, Hashable, Sendable {
    case say, tell, ask, answer, add, warn, deny, accuse, praise, criticise, admit, announce, promise, threaten, demand
    case urge, suggest, propose, insist, claim, predict, explain, describe, question, agree, reject, report, write
    case joke, apologise, thank, complain, mention, testify, vow, order, support, oppose, wonder, think
}
