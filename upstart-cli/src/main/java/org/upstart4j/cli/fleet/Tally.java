package org.upstart4j.cli.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** Which hosts of a run have ended how. Thread-safe. */
final class Tally {

  /** The exit status where some hosts have failed, or were not tried. */
  static final int SOME = 4;

  /** The exit status where no host has done what was asked. */
  static final int NONE = 5;

  private final int hosts;
  private final List<String> done = new ArrayList<>();
  private final List<String> failed = new ArrayList<>();
  private final List<String> unknown = new ArrayList<>();
  private final List<String> untried = new ArrayList<>();
  private int changed;

  /** Nothing yet, of so many hosts. */
  Tally(int hosts) {
    this.hosts = hosts;
  }

  synchronized void addDone(String host, boolean hasChanged) {
    done.add(host);
    changed += hasChanged ? 1 : 0;
  }

  synchronized void addFailed(String host) {
    failed.add(host);
  }

  /** It was asked, and nobody has heard how that has ended. */
  synchronized void addUnknown(String host) {
    unknown.add(host);
  }

  synchronized void addUntried(String host) {
    untried.add(host);
  }

  int hosts() {
    return hosts;
  }

  synchronized List<String> done() {
    return List.copyOf(done);
  }

  synchronized int changed() {
    return changed;
  }

  synchronized List<String> failed() {
    return List.copyOf(failed);
  }

  synchronized List<String> unknown() {
    return List.copyOf(unknown);
  }

  synchronized List<String> untried() {
    return List.copyOf(untried);
  }

  synchronized boolean isWell() {
    return done.size() == hosts;
  }

  /** The exit status: all, some or none. */
  synchronized int status() {
    if (isWell()) {
      return 0;
    }
    return done.isEmpty() ? NONE : SOME;
  }

  /** How far the run is, where so many hosts are asked at once. */
  synchronized String progress(int forks) {
    int open = hosts - done.size() - failed.size() - unknown.size() - untried.size();
    int running = Math.min(forks, open);
    return done.size()
        + " done, "
        + failed.size()
        + " failed, "
        + running
        + " running, "
        + (open - running)
        + " left";
  }

  /** How the run has ended. */
  synchronized String summary() {
    StringJoiner parts = new StringJoiner(", ");
    parts.add(done.size() + " done" + (changed == 0 ? "" : " (" + changed + " changed)"));
    add(parts, failed, "failed");
    add(parts, unknown, "unknown");
    add(parts, untried, "never tried");
    return hosts + (hosts == 1 ? " host: " : " hosts: ") + parts;
  }

  private static void add(StringJoiner parts, List<String> some, String how) {
    if (!some.isEmpty()) {
      parts.add(some.size() + " " + how);
    }
  }
}
