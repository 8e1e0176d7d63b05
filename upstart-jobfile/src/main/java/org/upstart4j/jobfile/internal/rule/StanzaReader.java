package org.upstart4j.jobfile.internal.rule;

import java.util.Optional;
import org.upstart4j.jobfile.internal.Kind;
import org.upstart4j.jobfile.internal.Lexeme;
import org.upstart4j.jobfile.internal.Piece;
import org.upstart4j.jobfile.internal.text.ByteText;
import org.upstart4j.jobfile.stanza.Fault;
import org.upstart4j.jobfile.stanza.StanzaName;
import org.upstart4j.jobfile.stanza.TypedStanza;
import org.upstart4j.jobfile.version.Dialect;
import org.upstart4j.jobfile.version.Feature;
import org.upstart4j.jobfile.version.UpstartVersion;

/** Reads what one stanza says: its name, and then by the rule of that name. */
public final class StanzaReader {

  /** The version that knows everything that any version knows. */
  static final UpstartVersion ALL = UpstartVersion.newest(Dialect.CHROMEOS);

  private StanzaReader() {}

  /** Reads a stanza. */
  public static Reading read(Piece piece, UpstartVersion version) {
    Words words = new Words(piece, version);
    if (words.kind() == Kind.BROKEN) {
      return Reading.failed(words.broken());
    }
    int start = words.offset();
    int end = words.tokenEnd();
    Optional<StanzaName> name = StanzaName.find(keyword(piece));
    words.advance();
    if (name.isEmpty() || !name.get().isKnownTo(version)) {
      Failure unknown =
          name.flatMap(StanzaName::feature)
              .map(feature -> missing(start, end, feature, version))
              .orElseGet(() -> unknown(piece, start, end, version));
      return Reading.failed(unknown.countingLinesAt(words.offset()));
    }
    return StanzaRules.of(name.get()).read(words);
  }

  private static Failure missing(int start, int end, Feature feature, UpstartVersion version) {
    return Failure.at(Fault.UNKNOWN_STANZA, start, end, "").lacking(feature, version);
  }

  private static Failure unknown(Piece piece, int start, int end, UpstartVersion version) {
    String text = ByteText.decode(piece.source(), start, end);
    String message = "No stanza is called \"" + Spelling.shown(text) + "\"";
    return Failure.at(Fault.UNKNOWN_STANZA, start, end, message + hint(text, version));
  }

  /** What a stanza says to a version that knows all of them; nothing if it is malformed. */
  public static Optional<TypedStanza> typed(Piece piece) {
    Reading reading = read(piece, ALL);
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

  private static String hint(String text, UpstartVersion version) {
    if (text.startsWith("\ufeff")) {
      return "; the file begins with a byte order mark, which Upstart takes for a part of it";
    }
    return Spelling.nearest(text, version)
        .map(near -> "; did you mean \"" + near + "\"?")
        .orElse("");
  }
}
