package org.upstart4j.jobfile.internal.rule;

import org.jspecify.annotations.Nullable;
import org.upstart4j.jobfile.internal.Kind;
import org.upstart4j.jobfile.internal.Lexeme;
import org.upstart4j.jobfile.internal.Piece;
import org.upstart4j.jobfile.internal.text.ByteText;
import org.upstart4j.jobfile.stanza.Fault;
import org.upstart4j.jobfile.version.Feature;
import org.upstart4j.jobfile.version.UpstartVersion;

/**
 * Walks over the words of one stanza, from left to right, and notices what is missing and what is
 * too much. Like Upstart, it stands on the next word, after the blanks.
 */
final class Words {

  private final Piece piece;
  private final UpstartVersion version;
  private final byte[] source;
  private int index;
  private int offset;
  private int lastFrom;
  private int lastTo;
  private @Nullable Failure failure;

  Words(Piece piece, UpstartVersion version) {
    this.piece = piece;
    this.version = version;
    this.source = piece.source();
    this.offset = piece.start();
    skipGaps();
  }

  /** The stanza. */
  Piece piece() {
    return piece;
  }

  /** Says whether the Upstart that reads this has something. */
  boolean has(Feature feature) {
    return version.has(feature);
  }

  private void skipGaps() {
    while (index < piece.size() && piece.kind(index) == Kind.GAP) {
      offset += piece.length(index++);
    }
  }

  /** Where the next token stands, or where the stanza ends. */
  int offset() {
    return offset;
  }

  /** Where the next token ends. */
  int tokenEnd() {
    return index < piece.size() ? offset + piece.length(index) : offset;
  }

  /** What the next token is, or nothing at the end. */
  @Nullable Kind kind() {
    return index < piece.size() ? piece.kind(index) : null;
  }

  /** Goes on to the next token. */
  void advance() {
    offset += piece.length(index++);
    skipGaps();
  }

  /** Where the comment or the line break of an empty line stands, the next token being one. */
  int emptyLineEnd() {
    int at = offset + 1;
    while (source[at] != '#' && source[at] != '\n') {
      at += source[at] == '\\' ? 2 : 1;
    }
    return at;
  }

  /** Says whether there is another word. */
  boolean hasWord() {
    Kind kind = kind();
    return kind != null && !kind.endsWords();
  }

  /** The next token as it is written, except for line breaks. */
  String raw() {
    return Lexeme.raw(source, offset, tokenEnd());
  }

  /** The last failure. */
  Failure failure() {
    if (failure == null) {
      throw new IllegalStateException("Nothing has failed");
    }
    return failure;
  }

  /** The value of the next word; nothing, and a failure, if it is missing. */
  @Nullable String next(String expected) {
    return take(expected, true);
  }

  /** The next word with its quotes, as keywords are compared; nothing if it is missing. */
  @Nullable String nextKeyword(String expected) {
    return take(expected, false);
  }

  private @Nullable String take(String expected, boolean dequote) {
    if (!hasWord()) {
      failure = missing(offset, expected);
      return null;
    }
    if (kind() == Kind.BROKEN) {
      failure = broken();
      return null;
    }
    int end = tokenEnd();
    if (dequote && Lexeme.isMissing(source, offset, end)) {
      failure =
          new Failure(
              Fault.EXPECTED_TOKEN, end, end, offset, end, "An empty word; expected " + expected);
      return null;
    }
    String value = dequote ? Lexeme.word(source, offset, end) : raw();
    lastFrom = offset;
    lastTo = end;
    advance();
    return value;
  }

  Failure missing(int at, String expected) {
    return Failure.at(Fault.EXPECTED_TOKEN, at, at, "Nothing here; expected " + expected);
  }

  /** The failure of a word with a quote that is never closed, or a backslash that ends the file. */
  Failure broken() {
    int end = tokenEnd();
    int quote = offset;
    for (int i = offset; i < end; i++) {
      if (source[i] == '\\') {
        i++;
      } else if (source[i] == '"' || source[i] == '\'') {
        byte kind = source[i];
        quote = i;
        do {
          i += source[i] == '\\' ? 2 : 1;
        } while (i < end && source[i] != kind);
      }
    }
    boolean open = source[quote] == '"' || source[quote] == '\'';
    boolean slash = endsWithBackslash();
    String message =
        open
            ? "The quote that opens here is never closed; expected another " + (char) source[quote]
            : "A backslash ends the file; expected another character, or nothing";
    Fault fault = slash ? Fault.TRAILING_SLASH : Fault.UNTERMINATED_QUOTE;
    int from = open ? quote : end - 1;
    int to = open ? quote + 1 : end;
    return new Failure(fault, source.length, source.length, from, to, message);
  }

  private boolean endsWithBackslash() {
    int slashes = 0;
    while (slashes < source.length - offset && source[source.length - 1 - slashes] == '\\') {
      slashes++;
    }
    return slashes % 2 == 1;
  }

  /** Fails if there is another word. */
  @Nullable Failure end() {
    if (!hasWord()) {
      return null;
    }
    return Failure.at(
        Fault.UNEXPECTED_TOKEN,
        offset,
        tokenEnd(),
        "\"" + shown() + "\" is one word too many; expected the end of the line");
  }

  /** The next token for a message: short, and on one line. */
  String shown() {
    return shown(offset, tokenEnd());
  }

  private String shown(int from, int to) {
    return Spelling.shown(ByteText.decode(source, from, Math.min(to, from + 200)));
  }

  /** A failure about the last word that was taken; Upstart stands in front of it then. */
  Failure wrong(Fault fault, String what, String expected) {
    String message =
        "\"" + shown(lastFrom, lastTo) + "\" is not " + what + "; expected " + expected;
    return Failure.at(fault, lastFrom, lastTo, message);
  }

  /** A failure about the last word that was taken, which this version lacks. */
  Failure lacking(Fault fault, Feature feature) {
    return Failure.at(fault, lastFrom, lastTo, "").lacking(feature, version);
  }

  /** A failure about the next word, which should be a keyword. */
  Failure notKeyword(String expected) {
    return nextKeyword(expected) == null
        ? failure()
        : wrong(Fault.UNKNOWN_STANZA, "known here", expected);
  }
}
