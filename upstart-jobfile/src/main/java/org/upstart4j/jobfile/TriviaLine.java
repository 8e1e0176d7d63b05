package org.upstart4j.jobfile;

import java.util.Optional;
import org.upstart4j.jobfile.internal.Piece;

/** A line that says nothing to Upstart: blank, or only a comment. */
public final class TriviaLine extends Entry {

  TriviaLine(Piece piece) {
    super(piece);
  }

  /** {@return the text after the number sign; nothing for a blank line} */
  public Optional<String> comment() {
    return piece().comment();
  }

  /** {@return whether the line is blank: there is no comment} */
  public boolean isBlank() {
    return comment().isEmpty();
  }
}
