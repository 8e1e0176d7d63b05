package org.upstart4j.jobfile;

import java.util.ArrayList;
import java.util.List;
import org.upstart4j.jobfile.internal.Kind;
import org.upstart4j.jobfile.internal.Lexeme;
import org.upstart4j.jobfile.internal.Piece;

/**
 * Puts a new stanza in the place of an old one, and changes no more than it must: words that stay
 * the same keep their spelling, and indentation, gaps, comment and line break stay.
 */
final class Replacement {

  private final Piece old;
  private final String oldText;
  private final String newText;
  private final List<Word> oldWords;
  private final List<Word> newWords;

  private Replacement(Stanza old, Stanza replacement) {
    this.old = old.piece();
    this.oldText = old.text();
    this.newText = replacement.text();
    this.oldWords = words(old.piece());
    this.newWords = words(replacement.piece());
  }

  /** A word, and where it stands in the text of its stanza. */
  private record Word(Kind kind, String value, int from, int to) {
    boolean says(Word other) {
      return kind == other.kind && value.equals(other.value);
    }
  }

  /** The text of the old stanza, changed to say what the new one says. */
  static String text(Stanza old, Stanza replacement) {
    Replacement change = new Replacement(old, replacement);
    boolean oldScript = has(old.piece(), Kind.SCRIPT);
    boolean newScript = has(replacement.piece(), Kind.SCRIPT);
    if (oldScript && newScript) {
      return change.scriptByScript(replacement.piece());
    } else if (oldScript || newScript) {
      String text = change.otherKind(newScript);
      return change.oldText.endsWith("\n") ? text : text.stripTrailing();
    }
    return change.words(Comments.of(replacement.piece()).isPresent());
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

  private static List<Word> words(Piece piece) {
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
            kind == Kind.WORD || kind == Kind.OPERAND
                ? Lexeme.word(source, offset, end)
                : Lexeme.raw(source, offset, end).stripTrailing();
        words.add(new Word(kind, value, at, at + length));
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
    if (withComment && alikeAtEnd == 0) {
      tail = newText.substring(end(newWords, newTo)).stripTrailing() + Look.lineBreak(oldText);
    }
    return head(alike, oldTo, newTo) + middle(alike, newTo) + tail;
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

  private String scriptByScript(Piece replacement) {
    String lines = body(replacement, newText);
    String head = words(false);
    head = head.contains("\n") ? head : head + Look.lineBreak(oldText);
    int bodyStart = head.indexOf('\n') + 1;
    String end = endLine();
    String indented = indent(lines);
    String text = head.substring(0, bodyStart) + indented + end;
    boolean same =
        JobFile.parse(text)
            .stanzas()
            .findFirst()
            .flatMap(Stanza::typed)
            .equals(JobFile.parse(newText).stanzas().findFirst().flatMap(Stanza::typed));
    return same ? text : head.substring(0, bodyStart) + lines + end;
  }

  /** The line that ends the old script; a new one if that is missing. */
  private String endLine() {
    int last = old.size() - 1;
    if (old.kind(last) != Kind.END_SCRIPT) {
      return "end script" + Look.lineBreak(oldText);
    }
    int from = old.offset(last);
    return Lexeme.decode(old.source(), from, from + old.length(last));
  }

  /** The lines with the indentation of the old script's first line. */
  private String indent(String lines) {
    int first = token(old, Kind.SCRIPT_LINE);
    if (first < 0) {
      return lines;
    }
    int from = old.offset(first);
    String line = Lexeme.decode(old.source(), from, from + old.length(first));
    String blanks = line.substring(0, line.length() - line.stripLeading().length());
    return blanks.contains("\n") ? lines : lines.replaceAll("(?md)^(?=[^\n])", blanks);
  }

  private static String body(Piece piece, String text) {
    int end = token(piece, Kind.END_SCRIPT);
    int from = text.indexOf('\n') + 1;
    int length = 0;
    for (int i = 0; i < piece.size(); i++) {
      length += i == end ? 0 : piece.kind(i) == Kind.SCRIPT_LINE ? piece.length(i) : 0;
    }
    byte[] bytes = Lexeme.encode(text.substring(from));
    return Lexeme.decode(bytes, 0, length);
  }

  /** A command instead of a script, or a script instead of a command. */
  private String otherKind(boolean toScript) {
    String lineBreak = Look.lineBreak(oldText);
    int lineEnd = oldText.indexOf('\n');
    String line = lineEnd < 0 ? oldText : oldText.substring(0, lineEnd);
    String indentation = line.substring(0, oldWords.get(0).from);
    String comment = Comments.of(old).isPresent() ? commentOf(line) : "";
    if (!toScript) {
      return indentation + newText.stripTrailing() + comment + lineBreak;
    }
    int head = newText.indexOf('\n');
    int last = newText.lastIndexOf("end script");
    return indentation
        + newText.substring(0, head)
        + comment
        + lineBreak
        + newText.substring(head + 1, last)
        + indentation
        + newText.substring(last).stripTrailing()
        + lineBreak;
  }

  private String commentOf(String line) {
    int end = Math.min(end(oldWords, oldWords.size()), line.length());
    String tail = line.substring(end).stripTrailing();
    return tail.contains("#") ? tail : "";
  }
}
