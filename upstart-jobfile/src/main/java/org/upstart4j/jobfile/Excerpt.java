package org.upstart4j.jobfile;

import org.upstart4j.jobfile.internal.text.ByteText;

/** Shows a place in a file: its line, cut around the place if it is long, and carets below. */
record Excerpt(SourceLines lines, SourceSpan span) {

  private static final int SHOWN = 100;

  String text() {
    int lineStart = lines.lineStart(span.line());
    int lineEnd = Math.max(lines.lineEnd(span.line()), lineStart);
    int from = Math.max(lineStart, Math.min(span.start(), lineEnd) - SHOWN / 2);
    int to = Math.min(lineEnd, from + SHOWN);
    String before = show(from, Math.min(span.start(), to));
    String marked = show(span.start(), Math.min(span.end(), to));
    String after = show(Math.max(span.start(), Math.min(span.end(), to)), to);
    String start = from > lineStart ? "..." : "";
    String margin = String.format("%5d | ", span.line());
    String blanks = (start + before).replaceAll("[^\t]", " ");
    return margin
        + start
        + before
        + marked
        + after
        + (to < lineEnd ? "..." : "")
        + "\n      | "
        + blanks
        + "^".repeat(Math.max(1, marked.codePointCount(0, marked.length())));
  }

  private String show(int from, int to) {
    String text = from < to ? ByteText.decode(lines.source(), from, to) : "";
    return text.replaceAll("[\\p{Cc}&&[^\t]]|[\\x{dc80}-\\x{dcff}]", "\u00b7");
  }
}
