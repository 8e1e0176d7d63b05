package org.upstart4j.jobfile;

import java.util.Optional;
import org.upstart4j.ProcessType;
import org.upstart4j.jobfile.internal.Kind;
import org.upstart4j.jobfile.internal.Piece;
import org.upstart4j.jobfile.stanza.StanzaName;

/** Guesses what a stanza is about that is wrong. */
final class Slots {

  private Slots() {}

  /** The slot of a stanza that is wrong: its first words tell. */
  static String guess(Stanza stanza) {
    Optional<StanzaName> name = stanza.name();
    if (name.isEmpty()) {
      return stanza.keyword();
    }
    Optional<ProcessType> process = name.get().process();
    if (process.isPresent()) {
      return process.get() + " process";
    }
    String second = second(stanza.piece());
    return switch (name.get()) {
      case START, STOP, NORMAL, RELOAD, KILL, LIMIT, APPARMOR, RESPAWN ->
          (name.get() + " " + second).trim();
      default -> name.get().text();
    };
  }

  /** The word behind the name, as it is written. */
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
