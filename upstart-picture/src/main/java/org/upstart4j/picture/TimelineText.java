package org.upstart4j.picture;

import java.util.List;
import org.upstart4j.picture.internal.plain.ChainLines;
import org.upstart4j.picture.internal.plain.TimelineLines;
import org.upstart4j.picture.timeline.Look;
import org.upstart4j.picture.timeline.Timeline;

/** Timelines as text, for terminals and logs. */
public final class TimelineText {

  private TimelineText() {}

  /**
   * Draws a timeline: a line for each instance, and what is to be said about it below.
   *
   * @param timeline the timeline
   * @param columns how wide the lines may be; at least 40 are needed
   * @param isAscii whether to do without characters beyond ASCII, but for names
   * @param look how the parts look
   * @return the lines
   */
  public static List<String> of(Timeline timeline, int columns, boolean isAscii, Look look) {
    return new TimelineLines(timeline, Math.max(40, columns), isAscii, look).lines();
  }

  /**
   * Tells a timeline's critical path: each line had to wait for the next one.
   *
   * @param timeline the timeline
   * @param look how the parts look
   * @return the lines; none if there is no such path
   */
  public static List<String> chain(Timeline timeline, Look look) {
    return ChainLines.of(timeline, look);
  }
}
