package org.upstart4j.jobfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.upstart4j.jobfile.internal.Kind;
import org.upstart4j.jobfile.internal.Lexeme;
import org.upstart4j.jobfile.internal.Piece;
import org.upstart4j.jobfile.stanza.TypedStanza;

/**
 * Puts a new stanza in the place of an old one, and changes no more than it must: words that stay
 * the same keep their spelling, and indentation, gaps, comment and line break stay.
 */
final class Replacement {

  private static final String END = "end script";

  private final Piece old;
  private final String oldText;
  private final String newText;
  private final List<Word> oldWords;
  private final List<Word> newWords;

  /** Whether the old line goes on behind a NUL, which only a command hides. */
  private final boolean losesRest;

  private Replacement(Stanza old, Stanza replacement) {
    this.old = old.piece();
    this.oldText = old.text();
    this.newText = replacement.text();
    boolean right = old.typed().isPresent();
    this.oldWords = words(old.piece(), right);
    this.newWords = words(replacement.piece(), right);
    this.losesRest =
        has(old.piece(), Kind.COMMENT)
            && Comments.of(old.piece()).isEmpty()
            && !has(replacement.piece(), Kind.COMMAND);
  }

  /** A word, and where it stands in the text of its stanza. */
  private record Word(Kind kind, String value, int from, int to) {
    boolean isParenthesis() {
      return kind == Kind.LEFT || kind == Kind.RIGHT;
    }

    boolean says(Word other) {
      return kind == other.kind && value.equals(other.value);
    }
  }

  /** The text of the old stanza, changed to say what the new one says. */
  static String text(Stanza old, Stanza replacement) {
    Replacement change = new Replacement(old, replacement);
    String text = change.text(has(old.piece(), Kind.SCRIPT), replacement.piece());
    return change.oldText.endsWith("\n") ? text : Look.withoutLineBreak(text);
  }

  private String text(boolean oldScript, Piece replacement) {
    if (has(replacement, Kind.SCRIPT)) {
      return script(oldScript, body(replacement));
    }
    return oldScript ? line(newText) : words(Comments.of(replacement).isPresent());
  }

  private static boolean has(Piece piece, Kind kind) {
    return token(piece, kind) >= 0;
  }

  private static int token(Piece piece, Kind kind) {
    for (int i = 0; i < piece.size(); i++) {
      if (piece.kind(i) == kind) {
        return i;
      }
    }
    return -1;
  }

  /** The words of a stanza: their values, or how they are spelled if that may be what is wrong. */
  private static List<Word> words(Piece piece, boolean values) {
    List<Word> words = new ArrayList<>();
    byte[] source = piece.source();
    int offset = piece.start();
    int at = 0;
    for (int i = 0; i < piece.size(); i++) {
      int end = offset + piece.length(i);
      int length = Lexeme.decode(source, offset, end).length();
      Kind kind = piece.kind(i);
      if (kind == Kind.BODY || kind == Kind.NEWLINE || kind == Kind.EMPTY_LINE) {
        break;
      }
      if (!kind.isTrivia() && kind != Kind.INNER_NEWLINE) {
        String value =
            values && (kind == Kind.WORD || kind == Kind.OPERAND)
                ? Lexeme.word(source, offset, end)
                : trimmed(Lexeme.raw(source, offset, end));
        int blanks = kind == Kind.FLAG ? length - value.length() : 0;
        words.add(new Word(kind, value, at, at + length - blanks));
      }
      at += length;
      offset = end;
    }
    return words;
  }

  /** Exchanges the words between those that are alike at the start and at the end. */
  private String words(boolean withComment) {
    int most = Math.min(oldWords.size(), newWords.size());
    int alike = 0;
    while (alike < most && oldWords.get(alike).says(newWords.get(alike))) {
      alike++;
    }
    int alikeAtEnd = 0;
    while (alikeAtEnd < most - alike
        && fromEnd(oldWords, alikeAtEnd).says(fromEnd(newWords, alikeAtEnd))) {
      alikeAtEnd++;
    }
    int oldTo = oldWords.size() - alikeAtEnd;
    int newTo = newWords.size() - alikeAtEnd;
    String tail = oldText.substring(end(oldWords, oldTo));
    if (losesRest) {
      tail = Look.lineBreak(oldText);
    }
    if (withComment && alikeAtEnd == 0) {
      tail = trimmed(newText.substring(end(newWords, newTo))) + Look.lineBreak(oldText);
    }
    String text = join(head(alike, oldTo, newTo), middle(alike, newTo), alike);
    return join(text, tail, newTo);
  }

  /** Joins two parts; with a blank where two words would become one. */
  private String join(String left, String right, int words) {
    boolean between = words > 0 && words < newWords.size();
    boolean glued =
        between
            && !right.isEmpty()
            && !newWords.get(words - 1).isParenthesis()
            && !newWords.get(words).isParenthesis()
            && !isBlank(left.charAt(left.length() - 1))
            && !isBlank(right.charAt(0));
    return glued ? left + " " + right : left + right;
  }

  /** The text without blanks and line breaks at its end; not without those that only Java knows. */
  private static String trimmed(String text) {
    int end = text.length();
    while (end > 0 && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end);
  }

  private static boolean isBlank(char c) {
    return " \t\r\n\0".indexOf(c) >= 0;
  }

  private static Word fromEnd(List<Word> words, int index) {
    return words.get(words.size() - 1 - index);
  }

  private static int end(List<Word> words, int count) {
    return count == 0 ? 0 : words.get(count - 1).to;
  }

  /** The old text up to the words that change, with the gap before them if there was one. */
  private String head(int alike, int oldTo, int newTo) {
    boolean keepsGap = alike < oldTo && alike < newTo;
    return oldText.substring(0, keepsGap ? oldWords.get(alike).from : end(oldWords, alike));
  }

  private String middle(int alike, int newTo) {
    if (alike == newTo) {
      return "";
    }
    boolean keepsGap = alike < oldWords.size() - (newWords.size() - newTo);
    int from = keepsGap ? newWords.get(alike).from : end(newWords, alike);
    return newText.substring(from, end(newWords, newTo));
  }

  /**
   * A script in the place of what was there; if that was a script, with its first and last line.
   */
  private String script(boolean oldScript, String lines) {
    String head = oldScript && sameWords() ? oldHead() : line(newText.substring(0, newHeadEnd()));
    String end = oldScript ? oldEnd() : indentation() + END + Look.lineBreak(oldText);
    String indented = head + (oldScript ? indent(lines) : lines) + end;
    Optional<TypedStanza> meant = typed(newText);
    return typed(indented).equals(meant) ? indented : head + lines + end;
  }

  private static Optional<TypedStanza> typed(String text) {
    return JobFile.parse(text).stanzas().findFirst().flatMap(Stanza::typed);
  }

  private boolean sameWords() {
    return token(old, Kind.BODY) >= 0
        && oldWords.size() == newWords.size()
        && IntStream.range(0, oldWords.size()).allMatch(i -> oldWords.get(i).says(newWords.get(i)));
  }

  /** The old stanza up to the lines of its script. */
  private String oldHead() {
    int end = old.offset(token(old, Kind.BODY) + 1);
    return Lexeme.decode(old.source(), old.start(), end);
  }

  private int newHeadEnd() {
    return end(newWords, newWords.size());
  }

  private String indentation() {
    return oldText.substring(0, oldWords.get(0).from);
  }

  /** A line of text where the old stanza began, with its indentation and comment. */
  private String line(String text) {
    String comment = Comments.of(old).map(words -> commentGap() + "#" + words).orElse("");
    return indentation() + trimmed(text) + comment + Look.lineBreak(oldText);
  }

  /** The line that ends the old script; a new one if that is missing. */
  private String oldEnd() {
    int last = old.size() - 1;
    if (old.kind(last) != Kind.END_SCRIPT) {
      return END + Look.lineBreak(oldText);
    }
    return old.text(last);
  }

  /** The lines with the indentation of the old script's first line. */
  private String indent(String lines) {
    int first = token(old, Kind.SCRIPT_LINE);
    if (first < 0) {
      return lines;
    }
    String line = old.text(first);
    String blanks = line.substring(0, line.length() - line.stripLeading().length());
    return blanks.contains("\n") ? lines : lines.replaceAll("(?md)^(?=[^\n])", blanks);
  }

  private static String body(Piece piece) {
    int from = token(piece, Kind.BODY) + 1;
    return Lexeme.decode(piece.source(), piece.offset(from), piece.offset(piece.size() - 1));
  }

  /** The blanks in front of the comment; two if there is a line break among them. */
  private String commentGap() {
    int from = end(oldWords, oldWords.size());
    int to = oldText.indexOf('#', from);
    String gap = oldText.substring(from, Math.max(from, to));
    return gap.isBlank() && !gap.contains("\n") ? gap : "  ";
  }
}
