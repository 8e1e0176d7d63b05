package org.upstart4j.jobfile;

import java.util.Optional;
import org.upstart4j.jobfile.internal.Piece;

/** A line that says nothing to Upstart: blank, or only a comment. */
public final class TriviaLine extends Entry {

  TriviaLine(Piece piece) {
    super(piece);
  }

  /**
   * Returns the comment of the line.
   *
   * @return the text behind the number sign; nothing for a blank line
   */
  public Optional<String> comment() {
    return Comments.of(piece());
  }

  /**
   * Says whether the line holds nothing at all.
   *
   * @return true if there is no comment
   */
  public boolean isBlank() {
    return comment().isEmpty();
  }
}
