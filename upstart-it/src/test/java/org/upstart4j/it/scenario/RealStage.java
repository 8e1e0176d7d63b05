package org.upstart4j.it.scenario;

import java.util.List;
import java.util.regex.Pattern;
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
          ".*\"(SECURITY_SPAWNING|PRE_STARTING|SPAWNING|POST_STARTING|PRE_STOPPING"
              + "|POST_STOPPING)\".*");

  /** It ends with where that Upstart was installed. */
  private static final String PATH = "stdout: PATH=";

  /** Plays a recording on the Upstart of a site. */
  static List<Difference> play(Scenario recording, Site site) {
    try (Upstart upstart = DbusUpstart.at(site.address());
        SiteFolder folder = new SiteFolder(site, upstart)) {
      boolean older = !upstart.version().isAtLeast(1, 13);
      return Player.play(
          recording,
          folder,
          () -> {
            folder.awaitAll();
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

  @Override
  public boolean compares(String line) {
    return !line.contains("upstart4j")
        && !line.startsWith(PATH)
        && !(older && NEWER_STATE.matcher(line).matches());
  }

  @Override
  public void close() {
    upstart.close();
  }
}
