package org.upstart4j.jobfile;

/**
 * A place in a job file.
 *
 * @param start the offset of its first byte, from 0
 * @param end the offset after its last byte; equal to the start if something is missing there
 * @param line the line in which it starts, from 1
 * @param column the character of that line at which it starts, from 1
 */
public record SourceSpan(int start, int end, int line, int column) {

  @Override
  public String toString() {
    return line + ":" + column;
  }
}
