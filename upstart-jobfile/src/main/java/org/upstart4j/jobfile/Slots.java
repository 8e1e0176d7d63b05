package org.upstart4j.jobfile;

import java.util.Optional;
import org.upstart4j.ProcessType;
import org.upstart4j.jobfile.internal.Kind;
import org.upstart4j.jobfile.internal.Lexeme;
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
    String second = word(stanza.piece(), 1);
    return switch (name.get()) {
      case START, STOP, NORMAL, RELOAD, KILL, LIMIT, APPARMOR, RESPAWN ->
          (name.get() + " " + second).trim();
      default -> name.get().text();
    };
  }

  /** The word of that index, as it is written. */
  static String word(Piece piece, int index) {
    int found = 0;
    for (int i = 0; i < piece.size(); i++) {
      Kind kind = piece.kind(i);
      if (!kind.isTrivia() && kind != Kind.NEWLINE && found++ == index) {
        int from = piece.offset(i);
        return Lexeme.decode(piece.source(), from, from + piece.length(i));
      }
    }
    return "";
  }
}
