package org.upstart4j.jobfile;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Whether a job starts by itself, and what decides that.
 *
 * @param automatic whether it starts by itself
 * @param file the file that decides; nothing if no stanza says anything about it
 * @param span the stanza that decides
 * @param explanation the same for people
 */
public record StartDecision(
    boolean automatic, Optional<Path> file, Optional<SourceSpan> span, String explanation) {

  @Override
  public String toString() {
    return explanation;
  }
}
