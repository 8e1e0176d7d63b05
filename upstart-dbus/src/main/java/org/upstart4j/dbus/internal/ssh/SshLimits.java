package org.upstart4j.dbus.internal.ssh;

import java.time.Duration;
import java.util.List;

/**
 * How long to wait.
 *
 * @param connecting for ssh to connect
 * @param silence for a sign of life of the other side
 */
public record SshLimits(Duration connecting, Duration silence) {

  /** As ssh and the bridge count in seconds, and a third of it is the shortest that they count. */
  private static final Duration SHORTEST_SILENCE = Duration.ofSeconds(3);

  /** What holds unless somebody says otherwise. */
  public static final SshLimits USUAL =
      new SshLimits(Duration.ofSeconds(10), Duration.ofSeconds(60));

  /** Returns the same with another limit. */
  public SshLimits withConnecting(Duration limit) {
    return new SshLimits(atLeast(Duration.ofSeconds(1), limit), silence);
  }

  /** Returns the same with another limit. */
  public SshLimits withSilence(Duration limit) {
    return new SshLimits(connecting, atLeast(SHORTEST_SILENCE, limit));
  }

  private static Duration atLeast(Duration least, Duration limit) {
    if (limit.compareTo(least) < 0) {
      throw new IllegalArgumentException(
          "It must be at least " + least.toSeconds() + " seconds: " + limit);
    }
    return limit;
  }

  /** Returns ssh's settings for these limits. A connection is never shared, so that it can end. */
  List<String> settings() {
    return List.of(
        "ConnectTimeout=" + connecting.toSeconds(),
        "ServerAliveInterval=" + silence.dividedBy(3).toSeconds(),
        "ServerAliveCountMax=3",
        "ControlMaster=no",
        "ControlPath=none");
  }
}
