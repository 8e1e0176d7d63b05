package org.upstart4j.cli.tree;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A part of a tree.
 *
 * @param kind what it is
 * @param name its name
 * @param by the event about a job that leads from the part above to the one below, or null
 * @param needs what must happen besides what is above it, or null
 * @param note why nothing is below it, or null
 * @param below what it sets off; in a tree that leads upwards, what brings it about
 */
record TreePart(
    Kind kind,
    String name,
    @Nullable String by,
    @Nullable String needs,
    @Nullable Note note,
    List<TreePart> below) {

  /** What a part is. */
  enum Kind {
    EVENT,
    JOB,
    ALL_OF,
    ONE_OF,
    BY_HAND;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /** Why nothing is below a part. */
  enum Note {
    SEE_ABOVE,
    SEE_BELOW,
    CYCLE,
    NO_SUCH_JOB,
    BY_HAND;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /** Jobs and conditions under a heading. */
  static TreePart of(Kind kind, List<TreePart> below) {
    return new TreePart(kind, kind.toString(), null, null, null, below);
  }
}
