package org.upstart4j.jobfile;

import java.util.ArrayList;
import java.util.List;
import org.upstart4j.jobfile.internal.Kind;
import org.upstart4j.jobfile.internal.Piece;
import org.upstart4j.jobfile.internal.text.ByteText;

/** Lists the comments of an entry, those within a script not among them. */
final class EntryComments {

  private EntryComments() {}

  static List<Comment> of(Piece piece, SourceLines lines) {
    List<Comment> comments = new ArrayList<>();
    int from = piece.start();
    for (int i = 0; i < piece.size(); i++) {
      int to = from + piece.length(i);
      if (piece.kind(i) == Kind.COMMENT && piece.source()[from] == '#') {
        comments.add(comment(piece.source(), from, to, lines));
      }
      from = to;
    }
    return List.copyOf(comments);
  }

  private static Comment comment(byte[] source, int from, int to, SourceLines lines) {
    int end = source[to - 1] == '\r' ? to - 1 : to;
    return new Comment(ByteText.decode(source, from + 1, end), lines.span(from, end));
  }
}
