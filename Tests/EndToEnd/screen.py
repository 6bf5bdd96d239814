"""A terminal's screen, as far as a line editor needs one: what a person would see."""

import unicodedata


class Screen:
    """Rows of characters, each with the colour that it was written in."""

    def __init__(self, columns=80, rows=24):
        self.columns, self.rows = columns, rows
        self.cells = [[(" ", "")] * columns for _ in range(rows)]
        self.scrolled = []
        self.row = self.column = 0
        self.wraps = False
        self.color = ""
        self.pending = ""
        self.modes = set()

    def feed(self, text):
        """Obeys what was written."""
        text, self.pending = self.pending + text, ""
        index = 0
        while index < len(text):
            character = text[index]
            if character == "\x1b":
                length = self._escape(text, index)
                if length == 0:
                    self.pending = text[index:]
                    return
                index += length
                continue
            index += 1
            if character == "\r":
                self.column, self.wraps = 0, False
            elif character == "\n":
                self.wraps = False
                self._line_feed()
            elif character == "\b":
                self.column, self.wraps = max(0, self.column - 1), False
            elif character == "\t":
                self.column = min(self.columns - 1, (self.column // 8 + 1) * 8)
            elif character >= " ":
                self._print(character)

    def _print(self, character):
        width = 0 if unicodedata.combining(character) else 1
        if unicodedata.east_asian_width(character) in "WF":
            width = 2
        if width == 0:
            return
        if self.wraps or self.column + width > self.columns:
            self.column, self.wraps = 0, False
            self._line_feed()
        self.cells[self.row][self.column] = (character, self.color)
        if width == 2:
            self.cells[self.row][self.column + 1] = ("", self.color)
        self.column += width
        if self.column >= self.columns:
            self.column, self.wraps = self.columns - 1, True

    def _line_feed(self):
        if self.row + 1 < self.rows:
            self.row += 1
            return
        self.scrolled.append(self.cells.pop(0))
        self.cells.append([(" ", "")] * self.columns)

    def _escape(self, text, start):
        """The length of the sequence at `start`; 0 where its end has not come yet."""
        if start + 1 >= len(text):
            return 0
        if text[start + 1] != "[":
            return 2
        end = start + 2
        while end < len(text) and not "@" <= text[end] <= "~":
            end += 1
        if end >= len(text):
            return 0
        self._obey(text[end], text[start + 2 : end])
        return end - start + 1

    def _obey(self, final, parameters):
        if parameters.startswith("?"):
            (self.modes.add if final == "h" else self.modes.discard)(parameters[1:])
            return
        numbers = [int(p) if p.isdigit() else 0 for p in parameters.split(";")]
        count = max(1, numbers[0])
        line = self.cells[self.row]
        if final != "m":
            self.wraps = False
        if final == "A":
            self.row = max(0, self.row - count)
        elif final == "B":
            self.row = min(self.rows - 1, self.row + count)
        elif final == "C":
            self.column = min(self.columns - 1, self.column + count)
        elif final == "D":
            self.column = max(0, self.column - count)
        elif final == "G":
            self.column = min(self.columns, count) - 1
        elif final == "H":
            self.row, self.column = count - 1, (max(1, numbers[1]) if len(numbers) > 1 else 1) - 1
        elif final == "K":
            line[self.column :] = [(" ", "")] * (self.columns - self.column)
        elif final == "J":
            line[self.column :] = [(" ", "")] * (self.columns - self.column)
            for below in range(self.row + 1, self.rows):
                self.cells[below] = [(" ", "")] * self.columns
            if numbers[0] == 2:
                self.cells = [[(" ", "")] * self.columns for _ in range(self.rows)]
        elif final == "P":
            del line[self.column : self.column + count]
            line.extend([(" ", "")] * count)
        elif final == "@":
            line[self.column : self.column] = [(" ", "")] * count
            del line[self.columns :]
        elif final == "m":
            self.color = "" if parameters in ("", "0") else parameters

    def lines(self):
        """All rows from the first to the last that is not empty, without blanks at their ends."""
        rows = ["".join(cell[0] for cell in row).rstrip() for row in self.scrolled + self.cells]
        while rows and not rows[-1]:
            rows.pop()
        return rows

    def text(self):
        return "\n".join(self.lines())

    def cursor_line(self):
        """The row that the cursor is in, without a dim suggestion behind the cursor."""
        cells = self.cells[self.row]
        return "".join(cells[i][0] for i in range(len(cells)) if i < self.column or cells[i][1] != "2").rstrip()

    def suggestion(self):
        """What stands dim behind the cursor."""
        return "".join(text for text, color in self.cells[self.row][self.column:] if color == "2")

    def colors_of(self, piece):
        """The colours in which the last `piece` on the screen is written."""
        for row in reversed(self.cells):
            text = "".join(cell[0] or "\0" for cell in row)
            start = text.rfind(piece)
            if start >= 0:
                return {cell[1] for cell in row[start : start + len(piece)]}
        return set()
