package org.upstart4j.picture.timeline;

/** How the parts of a timeline as text look where they are read, such as in colours. */
@FunctionalInterface
public interface Look {

  /** Parts of a text. */
  enum Part {
    /** The first line, and other headings. */
    HEAD,
    /** What is not of the first importance. */
    FAINT,
    /** What failed. */
    BAD,
    /** What is on its way. */
    DOUBTFUL,
    /** A bar, where an instance waits for others. */
    WAITED,
    /** A bar, where processes prepare or clean up. */
    WORKED,
    /** A bar, where an instance runs. */
    RAN,
    /** An event. */
    EVENT
  }

  /** All parts look the same. */
  Look PLAIN = (part, text) -> text;

  /**
   * Makes a part look so.
   *
   * @param part what it is
   * @param text its text, in which no character commands a terminal
   * @return the text with what makes it look so around it
   */
  String paint(Part part, String text);
}
