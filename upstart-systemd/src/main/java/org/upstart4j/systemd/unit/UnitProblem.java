package org.upstart4j.systemd.unit;

import org.upstart4j.jobfile.SourceSpan;

/**
 * Something that is wrong with a unit.
 *
 * @param fault what it is
 * @param span the text that is wrong, or the place where something is missing
 * @param message what is wrong and what to do, in a sentence on one line
 */
public record UnitProblem(UnitFault fault, SourceSpan span, String message) {

  @Override
  public String toString() {
    return span + ": " + message;
  }
}
