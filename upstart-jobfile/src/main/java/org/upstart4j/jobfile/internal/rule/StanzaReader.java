package org.upstart4j.jobfile.internal.rule;

import java.util.Optional;
import org.upstart4j.jobfile.internal.Kind;
import org.upstart4j.jobfile.internal.Lexeme;
import org.upstart4j.jobfile.internal.Piece;
import org.upstart4j.jobfile.stanza.Dialect;
import org.upstart4j.jobfile.stanza.Fault;
import org.upstart4j.jobfile.stanza.StanzaName;
import org.upstart4j.jobfile.stanza.TypedStanza;

/** Reads what one stanza says: its name, and then by the rule of that name. */
public final class StanzaReader {

  private StanzaReader() {}

  /** Reads a stanza. */
  public static Reading read(Piece piece, Dialect dialect) {
    Words words = new Words(piece);
    if (words.kind() == Kind.BROKEN) {
      return Reading.failed(words.broken());
    }
    int start = words.offset();
    int end = words.tokenEnd();
    Optional<StanzaName> name = StanzaName.find(keyword(piece));
    words.advance();
    if (name.isEmpty() || !name.get().isKnownTo(dialect)) {
      String text = Lexeme.decode(piece.source(), start, end);
      String message = "No stanza is called \"" + Spelling.shown(text) + "\"" + hint(text, name);
      Failure unknown = Failure.at(Fault.UNKNOWN_STANZA, start, end, message);
      return Reading.failed(unknown.countingLinesAt(words.offset()));
    }
    return StanzaRules.of(name.get()).read(words);
  }

  /** What a stanza says in any dialect; nothing if it is malformed. */
  public static Optional<TypedStanza> typed(Piece piece) {
    Reading reading = read(piece, Dialect.CHROMEOS);
    return reading.failure() == null ? Optional.ofNullable(reading.stanza()) : Optional.empty();
  }

  /** The word that a stanza begins with, as Upstart compares it. */
  public static String keyword(Piece piece) {
    int first = piece.first();
    int from = piece.offset(first);
    return switch (piece.kind(first)) {
      case FLAG -> piece.source()[from] == 'm' ? "manual" : "debug";
      case BROKEN -> piece.text(first);
      default -> Lexeme.raw(piece.source(), from, from + piece.length(first));
    };
  }

  private static String hint(String text, Optional<StanzaName> name) {
    if (name.isPresent()) {
      return "; only ChromeOS knows it";
    }
    if (text.startsWith("\ufeff")) {
      return "; the file begins with a byte order mark, which Upstart takes for a part of it";
    }
    return Spelling.nearest(text).map(near -> "; did you mean \"" + near + "\"?").orElse("");
  }
}
