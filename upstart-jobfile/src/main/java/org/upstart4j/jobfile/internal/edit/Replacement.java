package org.upstart4j.jobfile.internal.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.upstart4j.jobfile.internal.Cut;
import org.upstart4j.jobfile.internal.Kind;
import org.upstart4j.jobfile.internal.Piece;
import org.upstart4j.jobfile.internal.rule.StanzaReader;
import org.upstart4j.jobfile.internal.text.ByteText;
import org.upstart4j.jobfile.stanza.TypedStanza;

/**
 * Puts a new stanza in the place of an old one, and changes no more than it must: words that stay
 * the same keep their spelling, and indentation, gaps, comment and line break stay.
 */
public final class Replacement {

  private static final String END = "end script";

  private final StanzaText old;
  private final StanzaText now;
  private final Optional<String> oldComment;
  private final boolean bringsComment;
  private final boolean losesRest;
  private final String lineBreak;

  private Replacement(Piece old, Piece now) {
    boolean wellFormed = StanzaReader.typed(old).isPresent();
    this.old = StanzaText.of(old, wellFormed);
    this.now = StanzaText.of(now, wellFormed);
    this.oldComment = old.comment();
    this.bringsComment = now.comment().isPresent();
    // a NUL hides the rest of its line only after a command
    boolean hidesRest = old.find(Kind.COMMENT) >= 0 && oldComment.isEmpty();
    this.losesRest = hidesRest && !this.now.has(Kind.COMMAND);
    this.lineBreak = Look.lineBreak(old.text());
  }

  /** The text of a stanza, changed to say what another one says. */
  public static String text(Piece old, Piece now) {
    String text = new Replacement(old, now).text();
    return old.text().endsWith("\n") ? text : Look.withoutLineBreak(text);
  }

  private String text() {
    if (now.has(Kind.SCRIPT)) {
      return script(now.script().map(ScriptText::lines).orElse(""));
    }
    return old.has(Kind.SCRIPT) ? line(now.toString()) : words();
  }

  /** Exchanges the words between those that are alike at the start and at the end. */
  private String words() {
    int start = old.alikeAtStart(now);
    int alikeAtEnd = old.alikeAtEnd(now, start);
    int oldEnd = old.words().size() - alikeAtEnd;
    int newEnd = now.words().size() - alikeAtEnd;
    List<SpelledWord> words = new ArrayList<>(old.words().subList(0, start));
    words.addAll(now.words().subList(start, newEnd));
    if (start < oldEnd && start < newEnd) {
      words.set(start, words.get(start).withGap(old.words().get(start).gap()));
    }
    words.addAll(old.words().subList(oldEnd, old.words().size()));
    separate(words, start);
    separate(words, newEnd);
    return new StanzaText(words, tail(alikeAtEnd == 0), Optional.empty()).toString();
  }

  /** Puts a blank before a word that would otherwise run into the one before it. */
  private static void separate(List<SpelledWord> words, int index) {
    if (index > 0 && index < words.size()) {
      SpelledWord word = words.get(index);
      if (word.gap().isEmpty() && word.needsGapAfter(words.get(index - 1))) {
        words.set(index, word.withGap(" "));
      }
    }
  }

  /** What follows the words: the old comment, unless the new stanza brings one. */
  private String tail(boolean endsDifferently) {
    if (bringsComment && endsDifferently) {
      return StanzaText.trimmed(now.tail()) + lineBreak;
    }
    return losesRest ? lineBreak : old.tail();
  }

  /**
   * A script in the place of what was there; if that was a script, with its first and last line.
   */
  private String script(String lines) {
    String head =
        old.script().isPresent() && old.saysSameAs(now)
            ? old.spelledWords() + old.tail()
            : line(now.spelledWords());
    String plain = head + lines + end();
    String indented = head + old.script().map(script -> script.indent(lines)).orElse(lines) + end();
    return meaning(indented).equals(meaning(now.toString())) ? indented : plain;
  }

  private static Optional<TypedStanza> meaning(String text) {
    return Cut.pieces(ByteText.encode(text)).stream()
        .filter(Piece::isStanza)
        .findFirst()
        .flatMap(StanzaReader::typed);
  }

  /** A line of text where the old stanza began, with its indentation and comment. */
  private String line(String text) {
    String comment = oldComment.map(words -> commentGap() + "#" + words).orElse("");
    return old.indentation() + StanzaText.trimmed(text) + comment + lineBreak;
  }

  /** The blanks before the comment; two if there is a line break among them. */
  private String commentGap() {
    String gap = old.tail().substring(0, Math.max(0, old.tail().indexOf('#')));
    return gap.isBlank() && !gap.contains("\n") ? gap : "  ";
  }

  /** The line that ends the script: the old one, if there is one. */
  private String end() {
    if (!old.has(Kind.SCRIPT)) {
      return old.indentation() + END + lineBreak;
    }
    return old.script().map(ScriptText::end).filter(end -> !end.isEmpty()).orElse(END + lineBreak);
  }
}
