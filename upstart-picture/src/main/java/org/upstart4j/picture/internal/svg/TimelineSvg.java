package org.upstart4j.picture.internal.svg;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.upstart4j.picture.timeline.Timeline;

/** Timelines as SVG. */
public final class TimelineSvg {

  private static final String STYLE = read("timeline.css");

  private TimelineSvg() {}

  /** A whole file, with its own colours. */
  public static String standalone(Timeline timeline) {
    return new TimelinePicture(timeline).svg("<style>\n" + STYLE + "</style>\n");
  }

  /** An element for a page that has {@link #style}. */
  public static String embedded(Timeline timeline) {
    return new TimelinePicture(timeline).svg("");
  }

  /** The rules of CSS that timelines need. */
  public static String style() {
    return STYLE;
  }

  private static String read(String name) {
    try (InputStream in =
        Objects.requireNonNull(TimelineSvg.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
