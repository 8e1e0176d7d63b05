package org.upstart4j.cli.init;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.upstart4j.Event;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.cli.reach.Durations;

/**
 * How a container is run.
 *
 * @param folder the job files
 * @param target the platform that they are for
 * @param events the events of its boot, in place of the platform's
 * @param exitWith the job that it ends with
 * @param stopTimeout how long stopping may take
 * @param logs where the output of jobs goes
 * @param logFolder the folder of log files, for {@link Logs#FILES}
 * @param address where clients find it
 * @param systemBus whether it is on the system bus, too
 * @param container what the machine calls this kind of container
 */
record InitSettings(
    Path folder,
    Target target,
    Optional<List<Event>> events,
    Optional<String> exitWith,
    Duration stopTimeout,
    Logs logs,
    Path logFolder,
    String address,
    boolean systemBus,
    String container) {

  /** Where clients look for process 1. */
  static final String ADDRESS_OF_PROCESS_1 = "unix:abstract=/com/ubuntu/upstart";

  /** Whether clients find it where they look for process 1. */
  boolean isProcess1() {
    return address.equals(ADDRESS_OF_PROCESS_1);
  }

  /** The time for stopping, as it is spelled. */
  String stopTimeoutText() {
    return Durations.text(stopTimeout);
  }

  /** Where the output of jobs goes. */
  enum Logs {
    TEXT,
    JSON,
    FILES,
    NONE
  }
}
