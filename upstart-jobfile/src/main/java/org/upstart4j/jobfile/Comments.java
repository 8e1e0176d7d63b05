package org.upstart4j.jobfile;

import java.util.Optional;
import org.upstart4j.jobfile.internal.Kind;
import org.upstart4j.jobfile.internal.Piece;

/** Finds the comment of an entry's last line. */
final class Comments {

  private Comments() {}

  static Optional<String> of(Piece piece) {
    for (int i = piece.size() - 1; i >= 0; i--) {
      if (piece.kind(i) == Kind.COMMENT && piece.text(i).startsWith("#")) {
        String text = piece.text(i);
        int end = text.endsWith("\r") ? text.length() - 1 : text.length();
        return Optional.of(text.substring(1, end));
      }
    }
    return Optional.empty();
  }
}
