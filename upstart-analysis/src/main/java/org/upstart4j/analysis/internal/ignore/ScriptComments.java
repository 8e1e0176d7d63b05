package org.upstart4j.analysis.internal.ignore;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Finds the comments of a shell script: not what looks like one in a string or here-document. */
final class ScriptComments {

  /**
   * A comment.
   *
   * @param start the offset of its number sign
   * @param end the offset of the end of its line
   * @param coveredFrom where the line starts that it is about
   * @param coveredTo where that line ends, with those that a backslash joins to it
   */
  record Part(int start, int end, int coveredFrom, int coveredTo) {}

  /** A here-document that begins at the end of the line. */
  private record HereDocument(String end, boolean indented) {}

  private final String text;
  private final List<Part> found = new ArrayList<>();
  private final Deque<HereDocument> hereDocuments = new ArrayDeque<>();
  private int at;

  private ScriptComments(String text) {
    this.text = text;
  }

  static List<Part> of(String text) {
    ScriptComments comments = new ScriptComments(text);
    while (comments.at < text.length()) {
      comments.step();
    }
    return comments.found;
  }

  private void step() {
    char next = text.charAt(at);
    switch (next) {
      case '\\' -> at += 2;
      case '\'' -> at = behind('\'', at + 1);
      case '"' -> quoted();
      case '#' -> comment();
      case '<' -> less();
      case '\n' -> lineBreak();
      default -> at++;
    }
  }

  private int behind(char end, int from) {
    int found = text.indexOf(end, from);
    return found < 0 ? text.length() : found + 1;
  }

  private void quoted() {
    at++;
    while (at < text.length() && text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    at++;
  }

  private void comment() {
    if (at == 0 || " \t\n;&|()".indexOf(text.charAt(at - 1)) >= 0) {
      int end = lineEnd(at);
      add(at, end);
      at = end;
    } else {
      at++;
    }
  }

  private void add(int start, int end) {
    int lineStart = text.lastIndexOf('\n', start - 1) + 1;
    boolean alone = text.substring(lineStart, start).isBlank();
    int from = alone ? nextCommand(end) : logicalStart(lineStart);
    found.add(new Part(start, end, from, alone ? logicalEnd(from) : end));
  }

  /** The start of the next line that is neither blank nor a comment. */
  private int nextCommand(int end) {
    int from = Math.min(end + 1, text.length());
    while (from < text.length()) {
      String line = text.substring(from, lineEnd(from)).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        return from;
      }
      from = Math.min(lineEnd(from) + 1, text.length());
    }
    return from;
  }

  private int logicalStart(int lineStart) {
    int start = lineStart;
    while (start > 1 && text.charAt(start - 2) == '\\') {
      start = text.lastIndexOf('\n', start - 2) + 1;
    }
    return start;
  }

  private int logicalEnd(int from) {
    int end = lineEnd(from);
    while (end > from && end < text.length() && text.charAt(end - 1) == '\\') {
      end = lineEnd(end + 1);
    }
    return end;
  }

  private int lineEnd(int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  private void less() {
    if (!text.startsWith("<<", at) || text.startsWith("<<<", at)) {
      at += text.startsWith("<<<", at) ? 3 : 1;
      return;
    }
    at += 2;
    boolean indented = at < text.length() && text.charAt(at) == '-';
    at += indented ? 1 : 0;
    while (at < text.length() && " \t".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    int start = at;
    while (at < text.length() && " \t\n;&|()<>".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String end = text.substring(start, at).replaceAll("['\"\\\\]", "");
    hereDocuments.add(new HereDocument(end, indented));
  }

  private void lineBreak() {
    at++;
    while (!hereDocuments.isEmpty() && at < text.length()) {
      HereDocument current = hereDocuments.element();
      String line = text.substring(at, lineEnd(at));
      if ((current.indented() ? line.replaceFirst("^\t+", "") : line).equals(current.end())) {
        hereDocuments.remove();
      }
      at = Math.min(lineEnd(at) + 1, text.length());
    }
  }
}
