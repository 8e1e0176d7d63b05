package org.upstart4j.jobfile;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.upstart4j.jobfile.internal.Kind;
import org.upstart4j.jobfile.internal.Piece;
import org.upstart4j.jobfile.internal.rule.Reading;
import org.upstart4j.jobfile.internal.rule.Slots;
import org.upstart4j.jobfile.internal.rule.StanzaReader;
import org.upstart4j.jobfile.stanza.StanzaName;
import org.upstart4j.jobfile.stanza.TypedStanza;
import org.upstart4j.jobfile.version.UpstartVersion;

/** A stanza: a word that names it and what follows, over as many lines as it takes. */
public final class Stanza extends Entry {

  private static final Pattern WORD_END = Pattern.compile("[ \t\r\n\0#]");

  /** What the stanza is about, once it was asked for. */
  private @Nullable String slot;

  Stanza(Piece piece) {
    super(piece);
  }

  /** {@return the word that the stanza begins with, up to the first blank or line break} */
  public String keyword() {
    return WORD_END.split(piece().text(piece().first()), 2)[0];
  }

  /** {@return the stanza's name; nothing if neither Upstart nor ChromeOS knows it} */
  public Optional<StanzaName> name() {
    return StanzaName.find(StanzaReader.keyword(piece()));
  }

  /** {@return what the stanza says; nothing if the stanza is unknown or malformed} */
  public Optional<TypedStanza> typed() {
    return StanzaReader.typed(piece());
  }

  /**
   * {@return the text after the number sign of the stanza's comment: the last one, if a condition
   * of several lines has more; of a script the one after the word {@code script}}
   */
  public Optional<String> comment() {
    return piece().comment();
  }

  /** What the stanza is about, even if something is wrong with it. */
  String slot() {
    String known = slot;
    if (known == null) {
      // an unknown stanza is not read: there is nothing to read, and much to say why
      known = name().map(this::slot).orElseGet(this::keyword);
      slot = known;
    }
    return known;
  }

  private String slot(StanzaName name) {
    return typed().map(TypedStanza::slot).orElseGet(() -> Slots.guess(name, piece()));
  }

  /** Says whether another stanza has the same name and slot. */
  boolean isAbout(Stanza other) {
    return slot().equals(other.slot()) && name().equals(other.name());
  }

  /** What Upstart makes of the stanza. Not kept: most are read once. */
  Reading reading(UpstartVersion version) {
    return StanzaReader.read(piece(), version);
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
