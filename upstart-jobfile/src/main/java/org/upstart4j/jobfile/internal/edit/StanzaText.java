package org.upstart4j.jobfile.internal.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.upstart4j.jobfile.internal.Kind;
import org.upstart4j.jobfile.internal.Lexeme;
import org.upstart4j.jobfile.internal.Piece;
import org.upstart4j.jobfile.internal.text.ByteText;

/**
 * The text of a stanza, taken apart: words, tail and script, joined, are the text.
 *
 * @param words the words, each with the gap before it
 * @param tail the rest of the line after the last word: blanks, a comment, the line break
 * @param script the lines below, if the stanza holds a script
 */
record StanzaText(List<SpelledWord> words, String tail, Optional<ScriptText> script) {

  StanzaText {
    words = List.copyOf(words);
  }

  /**
   * Takes a stanza apart.
   *
   * @param byValue whether words that are spelled differently but mean the same say the same; not
   *     in a malformed stanza, where the spelling may be what is wrong
   */
  static StanzaText of(Piece piece, boolean byValue) {
    List<SpelledWord> words = new ArrayList<>();
    byte[] source = piece.source();
    int token = 0;
    int gap = piece.start();
    int offset = gap;
    while (token < piece.size() && !endsWords(piece.kind(token))) {
      Kind kind = piece.kind(token);
      int end = offset + piece.length(token);
      if (!kind.isTrivia() && kind != Kind.INNER_NEWLINE) {
        String between = ByteText.decode(source, gap, offset);
        String value = value(kind, source, offset, end, byValue);
        // a flag's token ends with the blanks after it
        gap = kind == Kind.FLAG ? offset + value.length() : end;
        words.add(new SpelledWord(between, ByteText.decode(source, offset, gap), kind, value));
      }
      offset = end;
      token++;
    }
    if (token == piece.size() || piece.kind(token) != Kind.BODY) {
      return new StanzaText(words, ByteText.decode(source, gap, piece.end()), Optional.empty());
    }
    int body = offset + piece.length(token);
    String tail = ByteText.decode(source, gap, body);
    return new StanzaText(words, tail, Optional.of(script(piece, body)));
  }

  private static boolean endsWords(Kind kind) {
    return kind == Kind.BODY || kind == Kind.NEWLINE || kind == Kind.EMPTY_LINE;
  }

  private static String value(Kind kind, byte[] source, int from, int to, boolean byValue) {
    boolean quotable = kind == Kind.WORD || kind == Kind.OPERAND;
    return byValue && quotable
        ? Lexeme.word(source, from, to)
        : trimmed(Lexeme.raw(source, from, to));
  }

  private static ScriptText script(Piece piece, int body) {
    int last = piece.size() - 1;
    int end = piece.kind(last) == Kind.END_SCRIPT ? piece.offset(last) : piece.end();
    byte[] source = piece.source();
    return new ScriptText(
        ByteText.decode(source, body, end), ByteText.decode(source, end, piece.end()));
  }

  /** The text without blanks and line breaks at its end; not without those that only Java knows. */
  static String trimmed(String text) {
    int end = text.length();
    while (end > 0 && " \t\r\n\0".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(0, end);
  }

  boolean has(Kind kind) {
    return words.stream().anyMatch(word -> word.kind() == kind);
  }

  /** The blanks before the first word. */
  String indentation() {
    return words.get(0).gap();
  }

  /** The words with the gaps before them. */
  String spelledWords() {
    return words.stream().map(SpelledWord::toString).collect(Collectors.joining());
  }

  boolean saysSameAs(StanzaText other) {
    return alikeAtStart(other) == words.size() && words.size() == other.words.size();
  }

  /** How many words at the start say the same. */
  int alikeAtStart(StanzaText other) {
    int most = Math.min(words.size(), other.words.size());
    int alike = 0;
    while (alike < most && words.get(alike).saysSameAs(other.words.get(alike))) {
      alike++;
    }
    return alike;
  }

  /** How many words at the end say the same, some at the start set aside. */
  int alikeAtEnd(StanzaText other, int atStart) {
    int size = words.size();
    int otherSize = other.words.size();
    int most = Math.min(size, otherSize) - atStart;
    int alike = 0;
    while (alike < most
        && words.get(size - 1 - alike).saysSameAs(other.words.get(otherSize - 1 - alike))) {
      alike++;
    }
    return alike;
  }

  @Override
  public String toString() {
    return spelledWords() + tail + script.map(ScriptText::toString).orElse("");
  }
}
