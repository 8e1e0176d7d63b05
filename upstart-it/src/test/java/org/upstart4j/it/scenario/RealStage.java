package org.upstart4j.it.scenario;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.upstart4j.LogPriority;
import org.upstart4j.Upstart;
import org.upstart4j.dbus.DbusUpstart;
import org.upstart4j.it.site.Site;

/**
 * The Upstart of a site.
 *
 * @param site where it runs
 * @param upstart reaches it
 * @param older whether it lacks states that the recorded one has
 */
record RealStage(Site site, Upstart upstart, boolean older) implements Stage {

  /** The states that came with Upstart 1.13. */
  private static final Pattern NEWER_STATE =
      Pattern.compile(
          ".*\"(security-spawning|pre-starting|spawning|post-starting|pre-stopping|post-stopping)\".*");

  /** Where that Upstart was installed, and how it was started. */
  private static final Pattern OF_THE_MACHINE = Pattern.compile("stdout: (PATH|TERM)=.*");

  private static final String VERSION = "stdout: init (upstart ";

  /** Plays a recording on the Upstart of a site. */
  static List<Difference> play(Scenario recording, Site site) {
    try (Upstart upstart = DbusUpstart.at(site.address());
        SiteFolder folder = new SiteFolder(site, upstart)) {
      upstart.setLogPriority(LogPriority.MESSAGE);
      boolean older = !upstart.version().isAtLeast(1, 13);
      return Player.play(
          recording,
          folder,
          () -> {
            folder.awaitReadBy(upstart);
            return new RealStage(site, DbusUpstart.at(site.address()), older);
          });
    }
  }

  @Override
  public String address() {
    return site.address();
  }

  @Override
  public void kill(String signal, String pid) {
    site.kill(signal, pid);
  }

  /** Keeps what was there at recording time: an older Upstart may tell more than is compared. */
  @Override
  public Duration quiet(Step step) {
    return step.quiet();
  }

  @Override
  public List<String> comparable(List<String> lines) {
    List<String> compared = lines.stream().filter(this::isComparable).toList();
    return older && isOfSignals(compared)
        ? compared.stream().sorted(Comparator.comparing(RealStage::sequence)).toList()
        : compared;
  }

  private static boolean isOfSignals(List<String> lines) {
    return lines.stream().allMatch(line -> line.startsWith("[\""));
  }

  private boolean isComparable(String line) {
    return !line.contains("upstart4j")
        && !OF_THE_MACHINE.matcher(line).matches()
        && !(older && (line.startsWith(VERSION) || NEWER_STATE.matcher(line).matches()));
  }

  /**
   * Returns among which signals the order of a signal counts. An older Upstart does not pause while
   * it spawns a process, so it tells events, and what happens to different objects, in another
   * order.
   */
  private static String sequence(String line) {
    return line.startsWith("[\"EventEmitted\"") ? line : line.split("\"", 5)[3];
  }

  @Override
  public void close() {
    upstart.close();
  }
}
