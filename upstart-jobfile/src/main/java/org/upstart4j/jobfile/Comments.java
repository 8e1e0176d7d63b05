package org.upstart4j.jobfile;

import java.util.Optional;
import org.upstart4j.jobfile.internal.Kind;
import org.upstart4j.jobfile.internal.Lexeme;
import org.upstart4j.jobfile.internal.Piece;

/** Finds the comment of an entry's last line. */
final class Comments {

  private Comments() {}

  static Optional<String> of(Piece piece) {
    for (int i = piece.size() - 1; i >= 0; i--) {
      int from = piece.offset(i);
      if (piece.kind(i) == Kind.COMMENT && piece.source()[from] == '#') {
        String text = Lexeme.decode(piece.source(), from + 1, from + piece.length(i));
        return Optional.of(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
      }
    }
    return Optional.empty();
  }
}
