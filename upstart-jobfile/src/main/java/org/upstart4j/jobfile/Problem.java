package org.upstart4j.jobfile;

import java.util.Optional;
import org.upstart4j.jobfile.internal.rule.Failure;
import org.upstart4j.jobfile.stanza.Fault;
import org.upstart4j.jobfile.version.Feature;

/**
 * Something that is wrong with a job file. Upstart rejects a file at its first problem; {@link
 * JobFile#problems()} lists them all. Immutable.
 */
public final class Problem {

  private final SourceLines lines;
  private final Failure failure;

  Problem(SourceLines lines, Failure failure) {
    this.lines = lines;
    this.failure = failure;
  }

  /** The problem of a file of which nothing could be read. */
  static Problem unreadable(String why) {
    return new Problem(new SourceLines(new byte[0]), Failure.unreadable(why));
  }

  /** Where it starts; {@link #span()} takes longer to find the same. */
  int start() {
    return failure.from();
  }

  /** {@return what Upstart calls it} */
  public Fault fault() {
    return failure.fault();
  }

  /** {@return what is wrong, and what was expected, on one line} */
  public String message() {
    return failure.message();
  }

  /**
   * {@return what this version lacks, and another one has; nothing if no version accepts this} The
   * message says since when there is such a thing, and what to write instead.
   */
  public Optional<Feature> missing() {
    return Optional.ofNullable(failure.missing());
  }

  /** {@return the text that is wrong, or the place where something is missing} */
  public SourceSpan span() {
    return lines.span(failure.from(), failure.to());
  }

  /**
   * {@return the line that Upstart prints if this is the first problem, from 1} It may be another
   * one than the problem's own: for a quote that is never closed it is the file's last.
   */
  public int upstartLine() {
    return lines.line(failure.linePosition());
  }

  /** {@return how far Upstart's parser has come when it gives up: an offset in bytes, from 0} */
  public int upstartPosition() {
    return failure.position();
  }

  /**
   * Returns the problem for people: place and message, the line in question, and a caret under it.
   *
   * @param file what to call the file
   * @return some lines of text, without a line break at the end
   */
  public String render(String file) {
    if (fault() == Fault.UNREADABLE) {
      return file + ": error: " + message();
    }
    SourceSpan span = span();
    return file + ":" + span + ": error: " + message() + "\n" + new Excerpt(lines, span).text();
  }

  @Override
  public String toString() {
    return fault() == Fault.UNREADABLE ? message() : span() + ": " + message();
  }
}
