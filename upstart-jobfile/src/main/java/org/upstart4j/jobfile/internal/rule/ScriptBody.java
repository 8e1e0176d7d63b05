package org.upstart4j.jobfile.internal.rule;

import java.util.List;
import java.util.Optional;
import org.upstart4j.jobfile.internal.Cut;
import org.upstart4j.jobfile.internal.Kind;
import org.upstart4j.jobfile.internal.Lexeme;
import org.upstart4j.jobfile.internal.Piece;
import org.upstart4j.jobfile.internal.TextMap;
import org.upstart4j.jobfile.internal.text.ByteText;

/** The lines of a script as Upstart keeps them. */
public final class ScriptBody {

  private ScriptBody() {}

  /** The lines of a script stanza; nothing if the text is not one stanza. */
  public static Optional<String> read(String stanza) {
    List<Piece> pieces = Cut.pieces(ByteText.encode(stanza));
    Piece first = pieces.get(0);
    return pieces.size() == 1
        ? Optional.of(read(first, first.find(Kind.BODY) + 1, first.size() - 1))
        : Optional.empty();
  }

  /** The text of the tokens from one index up to another, one line each. */
  static String read(Piece piece, int from, int to) {
    String text = text(piece, from, to, false);
    return text.indexOf('\0') < 0 ? text : text(piece, from, to, true);
  }

  private static String text(Piece piece, int from, int to, boolean endsAtNul) {
    byte[] source = piece.source();
    int start = piece.offset(from);
    int common = commonBlanks(piece, from, to, start);
    byte[] text = new byte[piece.offset(to) - start];
    int length = 0;
    int line = start;
    for (int i = from; i < to; i++) {
      int end = line + piece.length(i);
      int kept = Math.min(line + common, end);
      int size = (endsAtNul ? endOfString(source, kept, end) : end) - kept;
      System.arraycopy(source, kept, text, length, size);
      length += size;
      line = end;
    }
    return ByteText.decode(text, 0, length);
  }

  /** Where the lines of a script stanza that is closed stand in the file. */
  public static TextMap map(Piece piece) {
    int from = piece.find(Kind.BODY) + 1;
    int to = piece.size() - 1;
    int common = to > from ? commonBlanks(piece, from, to, piece.offset(from)) : 0;
    int[] textStarts = new int[to - from + 1];
    int[] fileStarts = new int[to - from + 1];
    int text = 0;
    int line = piece.offset(from);
    for (int i = from; i < to; i++) {
      int end = line + piece.length(i);
      int kept = Math.min(line + common, end);
      textStarts[i - from] = text;
      fileStarts[i - from] = kept;
      text +=
          ByteText.decode(piece.source(), kept, endOfString(piece.source(), kept, end)).length();
      line = end;
    }
    textStarts[to - from] = text;
    fileStarts[to - from] = line;
    return TextMap.ofParts(textStarts, fileStarts);
  }

  /** How many blanks all lines have in common with the first one, byte by byte. */
  private static int commonBlanks(Piece piece, int from, int to, int start) {
    byte[] source = piece.source();
    int common = 0;
    int line = start;
    for (int i = from; i < to; i++) {
      int end = line + piece.length(i);
      int same = 0;
      if (i == from) {
        while (line + same < end && Lexeme.isBlank(source[line + same])) {
          same++;
        }
        common = same;
      }
      while (same < common && line + same < end && source[start + same] == source[line + same]) {
        same++;
      }
      common = Math.min(common, same);
      line = end;
    }
    return common;
  }

  /** A NUL ends a line's text, its line break included. */
  private static int endOfString(byte[] source, int from, int to) {
    for (int i = from; i < to; i++) {
      if (source[i] == 0) {
        return i;
      }
    }
    return to;
  }
}
