package org.upstart4j.jobfile.internal.rule;

import org.jspecify.annotations.Nullable;
import org.upstart4j.jobfile.stanza.Fault;
import org.upstart4j.jobfile.version.Feature;
import org.upstart4j.jobfile.version.UpstartVersion;

/**
 * What is wrong with a stanza. All positions are offsets in the file.
 *
 * @param fault what Upstart calls it
 * @param position where Upstart's parser stands when it gives up
 * @param linePosition where it stands when it counts lines; differs for unknown stanzas
 * @param from where the wrong text starts
 * @param to where the wrong text ends; equal to its start if something is missing there
 * @param message what is wrong, and what was expected
 * @param missing what this version lacks and another one has
 */
public record Failure(
    Fault fault,
    int position,
    int linePosition,
    int from,
    int to,
    String message,
    @Nullable Feature missing) {

  Failure(Fault fault, int position, int linePosition, int from, int to, String message) {
    this(fault, position, linePosition, from, to, message, null);
  }

  /** A whole file of which nothing could be read. */
  public static Failure unreadable(String message) {
    return at(Fault.UNREADABLE, 0, 0, message);
  }

  static Failure at(Fault fault, int from, int to, String message) {
    return new Failure(fault, from, from, from, to, message);
  }

  Failure standingAt(int newPosition) {
    return new Failure(fault, newPosition, newPosition, from, to, message, missing);
  }

  /** The same, because a version lacks something. */
  Failure lacking(Feature feature, UpstartVersion version) {
    return new Failure(
        fault, position, linePosition, from, to, feature.missingFrom(version), feature);
  }

  Failure countingLinesAt(int newPosition) {
    return new Failure(fault, position, newPosition, from, to, message, missing);
  }
}
