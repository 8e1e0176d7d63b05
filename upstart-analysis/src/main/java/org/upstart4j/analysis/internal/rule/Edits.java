package org.upstart4j.analysis.internal.rule;

import java.util.List;
import java.util.Optional;
import org.upstart4j.analysis.finding.Fix;
import org.upstart4j.analysis.finding.TextEdit;
import org.upstart4j.analysis.internal.model.CheckedFile;
import org.upstart4j.analysis.internal.model.Placed;
import org.upstart4j.jobfile.SourceSpan;

/** Makes fixes that several rules offer, as a person would edit the file. */
final class Edits {

  private Edits() {}

  /** A fix of one edit. */
  static Optional<Fix> fix(String title, boolean safe, TextEdit edit) {
    return Optional.of(new Fix(title, safe, List.of(edit)));
  }

  /** Puts another text in the place of a part. */
  static TextEdit replace(CheckedFile file, SourceSpan span, String text) {
    return new TextEdit(file.path(), span, text);
  }

  /** Takes a stanza away, with its line if it has that for itself. */
  static TextEdit remove(Placed placed) {
    CheckedFile file = placed.file();
    byte[] bytes = file.bytes();
    int start = placed.span().start();
    int end = placed.span().end();
    int lineStart = lineStart(bytes, start);
    if (lineStart < 0) {
      return replace(file, span(file, start, withoutBreak(bytes, start, end)), "");
    }
    int lineEnd = lineEnd(bytes, end);
    return replace(file, lineEnd < 0 ? span(file, start, end) : span(file, lineStart, lineEnd), "");
  }

  /** Adds a line above a stanza, indented as it is. */
  static Optional<TextEdit> lineAbove(Placed placed, String line) {
    CheckedFile file = placed.file();
    byte[] bytes = file.bytes();
    int start = placed.span().start();
    int lineStart = lineStart(bytes, start);
    if (lineStart < 0) {
      return Optional.empty();
    }
    boolean crlf = file.text().toString().contains("\r\n");
    String indent = blanks(bytes, lineStart, start);
    String text = line + (crlf ? "\r\n" : "\n") + indent;
    return Optional.of(replace(file, span(file, start, start), text));
  }

  /** Whether a stanza has its line for itself, but for a comment. */
  static boolean isAlone(Placed placed) {
    byte[] bytes = placed.file().bytes();
    int end = placed.span().end();
    while (end < bytes.length && isBlank(bytes[end]) && bytes[end - 1] != '\n') {
      end++;
    }
    boolean ends =
        end == bytes.length || bytes[end - 1] == '\n' || bytes[end] == '\n' || bytes[end] == '#';
    return ends && lineStart(bytes, placed.span().start()) >= 0;
  }

  private static String blanks(byte[] bytes, int from, int to) {
    StringBuilder blanks = new StringBuilder();
    for (int i = from; i < to; i++) {
      blanks.append((char) bytes[i]);
    }
    return blanks.toString();
  }

  /** Where the line starts, if only blanks stand before the offset; else -1. */
  private static int lineStart(byte[] bytes, int offset) {
    int start = offset;
    while (start > 0 && isBlank(bytes[start - 1])) {
      start--;
    }
    return start == 0 || bytes[start - 1] == '\n' ? start : -1;
  }

  /** Where the line ends, its break included, if only blanks stand behind the offset; else -1. */
  private static int lineEnd(byte[] bytes, int offset) {
    int end = offset;
    if (end > 0 && bytes[end - 1] == '\n') {
      return end;
    }
    while (end < bytes.length && isBlank(bytes[end])) {
      end++;
    }
    return end == bytes.length ? end : bytes[end] == '\n' ? end + 1 : -1;
  }

  private static int withoutBreak(byte[] bytes, int start, int end) {
    return end > start && bytes[end - 1] == '\n' ? end - 1 : end;
  }

  private static boolean isBlank(byte character) {
    return character == ' ' || character == '\t' || character == '\r';
  }

  private static SourceSpan span(CheckedFile file, int start, int end) {
    return file.text().span(start, end);
  }
}
