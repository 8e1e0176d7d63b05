package org.upstart4j.jobfile.internal.rule;

import java.util.List;
import org.upstart4j.jobfile.internal.Cut;
import org.upstart4j.jobfile.internal.Piece;
import org.upstart4j.jobfile.internal.text.ByteText;
import org.upstart4j.jobfile.stanza.TypedStanza;

/** Writes a stanza from its value, and makes sure that Upstart reads the same value back. */
public final class StanzaPrinter {

  private StanzaPrinter() {}

  /**
   * The stanza's text, without a line break at its end.
   *
   * @throws IllegalArgumentException if Upstart's language has no way to say it
   */
  public static String print(TypedStanza stanza) {
    StanzaRule rule = StanzaRules.of(stanza.name());
    String text = rule.print(stanza.name().text(), stanza);
    List<Piece> pieces = Cut.pieces(ByteText.encode(text));
    Reading read = StanzaReader.read(pieces.get(0), StanzaReader.ALL);
    boolean same = pieces.size() == 1 && read.failure() == null && stanza.equals(read.stanza());
    if (!same) {
      throw new IllegalArgumentException(
          "Upstart has no way to write this: \""
              + Spelling.shown(text)
              + "\"; "
              + rule.objection(stanza, read.failure()));
    }
    return text;
  }
}
