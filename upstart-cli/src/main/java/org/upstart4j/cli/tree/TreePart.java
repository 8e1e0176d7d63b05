package org.upstart4j.cli.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the tree.
 *
 * @param kind what it is
 * @param name its name
 * @param by how what is above it starts it: an event about that job, or null if that is the event
 *     itself
 * @param condition all that must happen, if what is above it alone isn't enough; else null
 * @param cut whether what is below it is left out, as it stands elsewhere
 * @param below what it starts or emits
 */
record TreePart(
    About kind,
    String name,
    @Nullable String by,
    @Nullable String condition,
    boolean cut,
    List<TreePart> below) {

  /** What a part is about. */
  enum About {
    EVENT("event"),
    JOB("job"),
    NONE("none");

    private final String text;

    About(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
