package org.upstart4j.jobfile.internal.rule;

import org.upstart4j.jobfile.internal.Kind;
import org.upstart4j.jobfile.internal.Piece;
import org.upstart4j.jobfile.stanza.StanzaName;
import org.upstart4j.jobfile.stanza.TypedStanza;

/** What stanzas are about, as far as their values do not tell. */
public final class Slots {

  private Slots() {}

  /** The slot of a malformed stanza: its first words tell. */
  public static String guess(StanzaName name, Piece piece) {
    return StanzaRules.of(name).slot(name.text(), second(piece));
  }

  /** Says whether several stanzas of this one's slot add up; otherwise the last one counts. */
  public static boolean addUp(TypedStanza stanza) {
    return StanzaRules.of(stanza.name()).addsUp();
  }

  /** The word after the name, as it is written. */
  private static String second(Piece piece) {
    for (int i = piece.first() + 1; i < piece.size(); i++) {
      Kind kind = piece.kind(i);
      if (!kind.isTrivia() && kind != Kind.NEWLINE) {
        return piece.text(i);
      }
    }
    return "";
  }
}
