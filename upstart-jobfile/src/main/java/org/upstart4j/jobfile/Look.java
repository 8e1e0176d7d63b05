package org.upstart4j.jobfile;

import org.upstart4j.jobfile.internal.Kind;
import org.upstart4j.jobfile.internal.Piece;

/**
 * How a stanza is laid out: what a new one takes over from an old one.
 *
 * @param indentation the blanks in front of it
 * @param gap the blanks behind its first word
 * @param lineBreak its line break
 */
record Look(String indentation, String gap, String lineBreak) {

  private static final String PLAIN_GAP = " ";

  /** The look of an entry. */
  static Look of(Entry entry) {
    Piece piece = entry.piece();
    int first = piece.first();
    boolean hasGap = first + 1 < piece.size() && piece.kind(first + 1) == Kind.GAP;
    return new Look(
        first == 1 ? piece.text(0) : "",
        hasGap ? oneLine(piece.text(first + 1)) : PLAIN_GAP,
        lineBreak(entry.text()));
  }

  /** The look of a stanza where there is no other. */
  static Look plain(String lineBreak) {
    return new Look("", PLAIN_GAP, lineBreak);
  }

  /** The same, with one blank as the gap. */
  Look withPlainGap() {
    return new Look(indentation, PLAIN_GAP, lineBreak);
  }

  /** The line break that ends the first line of a text; that of Unix if none does. */
  static String lineBreak(String text) {
    int end = text.indexOf('\n');
    return end > 0 && text.charAt(end - 1) == '\r' ? "\r\n" : "\n";
  }

  /** The text without the line break that ends it, if one does. */
  static String withoutLineBreak(String text) {
    int end = text.endsWith("\r\n") ? 2 : text.endsWith("\n") ? 1 : 0;
    return text.substring(0, text.length() - end);
  }

  private static String oneLine(String gap) {
    return gap.matches("[ \t]+") ? gap : PLAIN_GAP;
  }

  /** Lays out a stanza that was printed plainly, and ends its last line. */
  String apply(String stanza) {
    int lineEnd = stanza.indexOf('\n');
    int blank = stanza.indexOf(' ');
    String head = lineEnd < 0 ? stanza : stanza.substring(0, lineEnd);
    if (blank > 0 && blank < head.length() && head.charAt(blank + 1) != ' ') {
      head = head.substring(0, blank) + gap + head.substring(blank + 1);
    }
    if (lineEnd < 0) {
      return indentation + head + lineBreak;
    }
    int last = stanza.lastIndexOf('\n') + 1;
    return indentation
        + head
        + lineBreak
        + stanza.substring(lineEnd + 1, last)
        + indentation
        + stanza.substring(last)
        + lineBreak;
  }
}
