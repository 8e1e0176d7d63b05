package org.upstart4j.jobfile.internal.edit;

import org.upstart4j.jobfile.internal.Kind;
import org.upstart4j.jobfile.internal.Piece;

/**
 * How a stanza is laid out: what a new one takes over from an old one.
 *
 * @param indentation the blanks before it
 * @param gap the blanks after its first word
 * @param lineBreak its line break
 */
public record Look(String indentation, String gap, String lineBreak) {

  private static final String PLAIN_GAP = " ";

  /** The look of an entry. */
  public static Look of(Piece piece) {
    int first = piece.first();
    boolean hasGap = first + 1 < piece.size() && piece.kind(first + 1) == Kind.GAP;
    return new Look(
        first == 1 ? piece.text(0) : "",
        hasGap ? oneLine(piece.text(first + 1)) : PLAIN_GAP,
        lineBreak(piece.text()));
  }

  /** The look of a stanza where there is no other. */
  public static Look plain(String lineBreak) {
    return new Look("", PLAIN_GAP, lineBreak);
  }

  /** The same, with one blank as the gap. */
  public Look withPlainGap() {
    return new Look(indentation, PLAIN_GAP, lineBreak);
  }

  /** The line break that ends the first line of a text; that of Unix if none does. */
  public static String lineBreak(String text) {
    int end = text.indexOf('\n');
    return end > 0 && text.charAt(end - 1) == '\r' ? "\r\n" : "\n";
  }

  /** The text without the line break that ends it, if one does. */
  public static String withoutLineBreak(String text) {
    int end = text.endsWith("\r\n") ? 2 : text.endsWith("\n") ? 1 : 0;
    return text.substring(0, text.length() - end);
  }

  private static String oneLine(String gap) {
    return gap.matches("[ \t]+") ? gap : PLAIN_GAP;
  }

  /** Lays out a stanza that was printed plainly, and ends its last line. */
  public String apply(String stanza) {
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
