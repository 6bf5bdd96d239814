"""A client of the language server: messages over its standard streams, with the standard library alone."""

import json
import queue
import subprocess
import threading
import time


class Failure(Exception):
    """A request that the server answered with an error."""

    def __init__(self, error):
        super().__init__(error["message"])
        self.code = error["code"]


class Client:
    def __init__(self, program, *arguments, environment=None, folder=None):
        self.process = subprocess.Popen(
            [program, "lsp", *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env=environment, cwd=folder)
        self.next = 0
        self.arrived = queue.Queue()
        self.answers = {}
        self.notifications = []
        self.requests = []
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        stream = self.process.stdout
        while True:
            length = None
            while True:
                line = stream.readline()
                if not line:
                    return self.arrived.put(None)
                if line == b"\r\n":
                    break
                name, value = line.split(b":")
                if name.lower() == b"content-length":
                    length = int(value)
            self.arrived.put(json.loads(stream.read(length).decode("utf-8")))

    def raw(self, data):
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode("utf-8")
        self.raw(b"Content-Length: %d\r\n\r\n" % len(body) + body)

    def notify(self, method, parameters=None):
        self.send({"method": method, "params": parameters if parameters is not None else {}})

    def begin(self, method, parameters=None):
        """Sends a request and does not wait: its id."""
        self.next += 1
        self.send({"id": self.next, "method": method, "params": parameters if parameters is not None else {}})
        return self.next

    def request(self, method, parameters=None, timeout=30):
        return self.answer(self.begin(method, parameters), timeout)

    def take(self, timeout):
        """Takes in one message; None at the end of the stream."""
        message = self.arrived.get(timeout=timeout)
        if message is None:
            return None
        if "method" in message:
            if "id" in message:
                self.requests.append(message)
                self.send({"id": message["id"], "result": None})
            else:
                self.notifications.append(message)
        else:
            self.answers[message["id"]] = message
        return message

    def answer(self, identity, timeout=30):
        """Waits for the answer to a request."""
        end = time.monotonic() + timeout
        while identity not in self.answers:
            if self.take(max(0.01, end - time.monotonic())) is None:
                raise EOFError("the server has gone: " + self.process.stderr.read().decode())
        message = self.answers.pop(identity)
        if "error" in message:
            raise Failure(message["error"])
        return message["result"]

    def wait_for(self, condition, timeout=30):
        """Takes messages in until a condition holds."""
        end = time.monotonic() + timeout
        while not condition():
            self.take(max(0.01, end - time.monotonic()))

    def diagnostics(self, uri):
        """The diagnostics that were sent last; None where none were."""
        sent = [n["params"] for n in self.notifications if n["method"] == "textDocument/publishDiagnostics"]
        return next((n["diagnostics"] for n in reversed(sent) if n["uri"] == uri), None)

    def initialize(self, capabilities=None, **more):
        result = self.request("initialize", {"processId": None, "rootUri": None, "capabilities": capabilities or {}, **more})
        self.notify("initialized")
        return result

    def open(self, uri, text, version=1):
        self.notify("textDocument/didOpen", {
            "textDocument": {"uri": uri, "languageId": "whosaid", "version": version, "text": text}})

    def change(self, uri, version, *changes):
        self.notify("textDocument/didChange", {
            "textDocument": {"uri": uri, "version": version}, "contentChanges": list(changes)})

    def at(self, method, uri, line, character, **more):
        """A request about a place."""
        return self.request(method, {
            "textDocument": {"uri": uri}, "position": {"line": line, "character": character}, **more})

    def leave(self):
        """Says goodbye in order: the exit status."""
        self.request("shutdown")
        self.notify("exit")
        return self.process.wait(timeout=10)

    def close(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            stream.close()
