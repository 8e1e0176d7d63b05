package org.upstart4j.jobfile;

import java.util.ArrayList;
import java.util.List;
import org.upstart4j.jobfile.internal.Kind;
import org.upstart4j.jobfile.internal.Lexeme;
import org.upstart4j.jobfile.internal.Piece;
import org.upstart4j.jobfile.internal.text.ByteText;

/** Lists the words of a stanza: neither blanks and comments nor the lines of a script. */
final class StanzaWords {

  private StanzaWords() {}

  static List<Word> of(Piece piece, SourceLines lines) {
    List<Word> words = new ArrayList<>();
    int from = piece.start();
    for (int i = 0; i < piece.size() && piece.kind(i) != Kind.BODY; i++) {
      int to = from + piece.length(i);
      Kind kind = piece.kind(i);
      if (isWord(kind)) {
        words.add(new Word(text(piece, kind, from, to), isOperator(kind), lines.span(from, to)));
      }
      from = to;
    }
    return List.copyOf(words);
  }

  private static String text(Piece piece, Kind kind, int from, int to) {
    return switch (kind) {
      case WORD, OPERAND -> Lexeme.word(piece.source(), from, to);
      case BROKEN -> ByteText.decode(piece.source(), from, to);
      default -> Lexeme.raw(piece.source(), from, to);
    };
  }

  private static boolean isWord(Kind kind) {
    return switch (kind) {
      case GAP, COMMENT, NEWLINE, INNER_NEWLINE, EMPTY_LINE, BODY, SCRIPT_LINE, END_SCRIPT -> false;
      default -> true;
    };
  }

  private static boolean isOperator(Kind kind) {
    return kind == Kind.AND || kind == Kind.OR || kind == Kind.LEFT || kind == Kind.RIGHT;
  }
}
