package org.upstart4j.jobfile;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.upstart4j.jobfile.internal.Kind;
import org.upstart4j.jobfile.internal.Piece;
import org.upstart4j.jobfile.internal.Reading;
import org.upstart4j.jobfile.internal.StanzaReader;
import org.upstart4j.jobfile.stanza.Dialect;
import org.upstart4j.jobfile.stanza.StanzaName;
import org.upstart4j.jobfile.stanza.TypedStanza;

/** A stanza: a word that names it and what follows, over as many lines as it takes. */
public final class Stanza extends Entry {

  private static final Pattern WORD_END = Pattern.compile("[ \t\r\n\0#]");

  /** What the stanza is about, once it was asked for. */
  private @Nullable String slot;

  Stanza(Piece piece) {
    super(piece);
  }

  /**
   * Returns the word that the stanza begins with.
   *
   * @return the word as it is written, up to the first blank or line break
   */
  public String keyword() {
    return WORD_END.split(piece().text(piece().first()), 2)[0];
  }

  /**
   * Returns the stanza's name.
   *
   * @return the name; nothing if neither Upstart nor ChromeOS knows it
   */
  public Optional<StanzaName> name() {
    return StanzaName.find(StanzaReader.keyword(piece()));
  }

  /**
   * Returns what the stanza says.
   *
   * @return the value; nothing if the stanza is not known or not right
   */
  public Optional<TypedStanza> typed() {
    Reading read = reading(Dialect.CHROMEOS);
    return read.failure() == null ? Optional.ofNullable(read.stanza()) : Optional.empty();
  }

  /**
   * Returns the stanza's comment: the last one, if a condition of several lines has more; of a
   * script the one behind the word {@code script}.
   *
   * @return the text behind the number sign
   */
  public Optional<String> comment() {
    return Comments.of(piece());
  }

  /** What the stanza is about, even if something is wrong with it. */
  String slot() {
    String known = slot;
    if (known == null) {
      known =
          name().isEmpty() // then there is nothing to read, and much to say why
              ? keyword()
              : typed().map(TypedStanza::slot).orElseGet(() -> Slots.guess(this));
      slot = known;
    }
    return known;
  }

  /** What Upstart makes of the stanza. Not kept: most are read once. */
  Reading reading(Dialect dialect) {
    return StanzaReader.read(piece(), dialect);
  }

  /** Says whether another stanza may follow on the same line. */
  boolean isFlag() {
    return piece().kind(piece().first()) == Kind.FLAG;
  }

  /** Where the stanza's name starts in the file. */
  int nameStart() {
    return piece().offset(piece().first());
  }

  /** Where Upstart takes the stanza to end. */
  int nameEnd() {
    int first = piece().first();
    return isFlag() ? piece().offset(first + 1) : piece().end();
  }
}
