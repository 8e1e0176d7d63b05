package org.upstart4j.jobfile;

import java.util.Optional;
import org.upstart4j.ProcessType;
import org.upstart4j.jobfile.internal.Kind;
import org.upstart4j.jobfile.internal.Piece;
import org.upstart4j.jobfile.internal.TextMap;
import org.upstart4j.jobfile.internal.rule.ScriptBody;
import org.upstart4j.jobfile.internal.text.ByteText;
import org.upstart4j.jobfile.stanza.ExecStanza;
import org.upstart4j.jobfile.stanza.ScriptStanza;

/**
 * The command or script of a process, and where each part of it stands in the job file. Immutable.
 */
public final class ProcessSource {

  private final ProcessType process;
  private final boolean script;
  private final String text;
  private final TextMap map;
  private final SourceLines lines;

  private ProcessSource(
      ProcessType process, boolean script, String text, TextMap map, SourceLines lines) {
    this.process = process;
    this.script = script;
    this.text = text;
    this.map = map;
    this.lines = lines;
  }

  /** What a stanza gives; nothing if it gives no process. */
  static Optional<ProcessSource> of(Stanza stanza, SourceLines lines) {
    Piece piece = stanza.piece();
    return stanza
        .typed()
        .map(
            typed ->
                typed instanceof ScriptStanza script
                    ? new ProcessSource(
                        script.process(), true, script.script(), ScriptBody.map(piece), lines)
                    : typed instanceof ExecStanza exec
                        ? new ProcessSource(
                            exec.process(), false, exec.command(), map(piece, exec), lines)
                        : null);
  }

  private static TextMap map(Piece piece, ExecStanza exec) {
    int token = piece.find(Kind.COMMAND);
    int from = piece.offset(token);
    byte[] source = piece.source();
    int to = from + piece.length(token);
    return ByteText.decode(source, from, to).equals(exec.command())
        ? TextMap.ofOnePart(from)
        : TextMap.following(exec.command(), source, from, to);
  }

  /** {@return which process it is} */
  public ProcessType process() {
    return process;
  }

  /** {@return whether it is a script; a command otherwise} */
  public boolean isScript() {
    return script;
  }

  /** {@return the command or the script, as Upstart keeps it} */
  public String text() {
    return text;
  }

  /**
   * Says where a part of the text stands in the job file.
   *
   * @param from the offset of its first character in {@link #text()}, from 0
   * @param to the offset after its last character
   * @return its place in the file
   * @throws IndexOutOfBoundsException if the text has no such part
   */
  public SourceSpan span(int from, int to) {
    int start = map.offset(text, from);
    return lines.span(start, from == to ? start : Math.max(start, map.offset(text, to)));
  }

  /**
   * Says where a line of the text stands in the job file, without its blanks and its line break.
   *
   * @param line the line, from 1; the last line for a number that is too large
   * @return its place in the file
   */
  public SourceSpan line(int line) {
    int from = 0;
    for (int i = 1; i < line && text.indexOf('\n', from) >= 0; i++) {
      int next = text.indexOf('\n', from) + 1;
      if (next == text.length()) {
        break;
      }
      from = next;
    }
    int end = text.indexOf('\n', from);
    int to = end < 0 ? text.length() : end;
    while (to > from && text.charAt(to - 1) <= ' ') {
      to--;
    }
    while (from < to && text.charAt(from) <= ' ') {
      from++;
    }
    return span(from, to);
  }

  @Override
  public String toString() {
    return text;
  }
}
