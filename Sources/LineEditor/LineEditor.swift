import CLineEditor

/// A prompt on a terminal.
package struct LineEditor {}
