package org.upstart4j.picture.internal.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.upstart4j.picture.internal.text.Seconds;
import org.upstart4j.picture.timeline.CriticalPath;
import org.upstart4j.picture.timeline.Row;
import org.upstart4j.picture.timeline.Row.Standing;
import org.upstart4j.picture.timeline.Timeline;

/**
 * The rows of a timeline that are shown, as nobody reads thousands. The critical path is always
 * among them.
 *
 * @param rows those that are shown
 * @param leftOut how many are not
 */
public record Excerpt(List<Row> rows, int leftOut) {

  private static final int MOST = 300;
  private static final int MOST_NEVER = 60;

  /** Chooses what is shown of a timeline. */
  public static Excerpt of(Timeline timeline) {
    Optional<CriticalPath> path = timeline.criticalPath();
    List<Row> rows = new ArrayList<>();
    int never = 0;
    for (Row row : timeline.rows()) {
      never += row.standing() == Standing.NEVER ? 1 : 0;
      boolean isEnough = row.standing() == Standing.NEVER && never > MOST_NEVER;
      boolean isCritical = path.isPresent() && path.get().leadsThrough(row.id());
      if (isCritical || (!isEnough && rows.size() < MOST)) {
        rows.add(row);
      }
    }
    return new Excerpt(rows, timeline.rows().size() - rows.size());
  }

  /** What a timeline has, in a few words. */
  public static String summary(Timeline timeline) {
    List<String> parts = new ArrayList<>();
    long instances = timeline.rows().stream().filter(row -> !row.lives().isEmpty()).count();
    parts.add(instances + (instances == 1 ? " instance" : " instances"));
    count(timeline, parts, Standing.FAILED, "failed");
    count(timeline, parts, Standing.HANGS, "on the way");
    count(timeline, parts, Standing.NEVER, "never started");
    return String.join(", ", parts) + ", in " + Seconds.brief(timeline.length());
  }

  private static void count(Timeline timeline, List<String> parts, Standing standing, String word) {
    long count = timeline.rows().stream().filter(row -> row.standing() == standing).count();
    if (count > 0) {
      parts.add(count + " " + word);
    }
  }
}
