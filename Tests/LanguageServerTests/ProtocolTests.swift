import Testing
import Text

@testable import LanguageServer

@Suite struct ProtocolTests {
    @Test(
        arguments: [
            ("{", -32700), ("", -32700), ("\u{FEFF}{}", -32700), ("[]", -32600), ("7", -32600),
            (#"{"id":1,"method":"shutdown"}"#, -32600), (#"{"jsonrpc":"1.0","id":1,"method":"shutdown"}"#, -32600),
            (#"{"jsonrpc":"2.0","id":{},"method":"shutdown"}"#, -32600),
            (#"{"jsonrpc":"2.0","id":1.5,"method":"x"}"#, -32600),
            (#"{"jsonrpc":"2.0","id":1,"method":7}"#, -32600), (#"{"jsonrpc":"2.0"}"#, -32600),
            (#"{"jsonrpc":"2.0","id":1,"method":"no/such"}"#, -32601),
            (#"{"jsonrpc":"2.0","id":1,"method":"textDocument/hover"}"#, -32602),
            (#"{"jsonrpc":"2.0","id":1,"method":"textDocument/hover","params":7}"#, -32600),
            (#"{"jsonrpc":"2.0","id":1,"method":"textDocument/hover","params":{"textDocument":{"uri":7}}}"#, -32602),
            (
                #"{"jsonrpc":"2.0","id":1,"method":"textDocument/hover","params":{"textDocument":{"uri":"file:///a.ask"},"position":{"line":-1,"character":0}}}"#,
                -32602
            ),
            (
                #"{"jsonrpc":"2.0","id":1,"method":"textDocument/hover","params":{"textDocument":{"uri":"file:///other"},"position":{"line":0,"character":0}}}"#,
                -32602
            ),
            (#"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{}}"#, -32600),
        ])
    func whatIsWrongIsSaidAndTheServerLivesOn(body: String, code: Int) {
        var exchange = Exchange.begun()
        exchange.open("quotes\n")
        let sent = exchange.send(body)
        #expect(sent.count == 1)
        #expect(sent.first?.contains("\"code\":\(code),") == true, "\(sent)")
        #expect(exchange.at("hover", 0, 1).contains("printed quotes"))
    }

    @Test func nothingComesBeforeInitialize() {
        var exchange = Exchange()
        #expect(exchange.request("shutdown", "{}").contains("-32002"))
        #expect(exchange.request("initialize", "{\"capabilities\":{}}").contains("positionEncoding"))
        #expect(exchange.request("shutdown", "{}") == "\"result\":null")
        #expect(exchange.at("hover", 0, 0).contains("-32600"))
    }

    @Test(arguments: [(true, 0), (false, 1)] as [(Bool, Int32)])
    func leavesWithTheRightStatus(saysGoodbye: Bool, status: Int32) {
        var exchange = Exchange.begun()
        if saysGoodbye { _ = exchange.request("shutdown", "{}") }
        exchange.notify("exit", "{}")
        #expect(exchange.server.exitStatus == status)
    }

    @Test func unknownNotificationsAreNoTrouble() {
        var exchange = Exchange.begun()
        #expect(exchange.send(#"{"jsonrpc":"2.0","method":"$/setTrace","params":{"value":"off"}}"#).isEmpty)
        #expect(exchange.send(#"{"jsonrpc":"2.0","id":99,"result":null}"#).isEmpty)
    }

    @Test func aCancellationThatIsThereAlreadySavesTheWork() {
        var exchange = Exchange.begun()
        exchange.open("quotes\n")
        let hover =
            #"{"jsonrpc":"2.0","id":"h","method":"textDocument/hover","params":{"textDocument":{"uri":"file:///a.ask"},"position":{"line":0,"character":0}}}"#
        let cancel = #"{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":"h"}}"#
        let sent = exchange.send(hover, cancel)
        #expect(sent.count == 1)
        #expect(sent.first?.contains("-32800") == true)
        #expect(exchange.send(cancel).isEmpty)
        #expect(exchange.send(hover).first?.contains("printed quotes") == true)
    }

    @Test func halfALetterKeepsItsPlace() {
        var exchange = Exchange.begun()
        exchange.open("who said \"\"\n")
        // An emoji arrives in halves, as some editors send it.
        for (column, half) in [(10, #"\ud83d"#), (11, #"\ude00"#)] {
            exchange.notify(
                "textDocument/didChange",
                #"{"textDocument":{"uri":"file:///a.ask","version":2},"contentChanges":[{"range":{"start":{"line":0,"character":\#(column)},"end":{"line":0,"character":\#(column)}},"text":"\#(half)"}]}"#
            )
        }
        exchange.notify(
            "textDocument/didChange",
            #"{"textDocument":{"uri":"file:///a.ask","version":3},"contentChanges":[{"range":{"start":{"line":0,"character":12},"end":{"line":0,"character":13}},"text":"x"}]}"#
        )
        #expect(
            exchange.server.documents.values.first.map { String(decoding: $0.bytes, as: UTF8.self) }
                == "who said \"\u{FFFD}\u{FFFD}x\n")
    }
}
