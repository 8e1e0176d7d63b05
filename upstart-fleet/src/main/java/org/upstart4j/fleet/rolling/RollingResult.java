package org.upstart4j.fleet.rolling;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.upstart4j.fleet.rolling.Outcome.Kind;

/**
 * How a change ended.
 *
 * @param hosts what became of each host, by its name; those of a resumed record included
 * @param end why it ended
 * @param reason the same, a sentence without a full stop
 */
public record RollingResult(Map<String, Outcome> hosts, End end, String reason) {

  /** Why a change ends. */
  public enum End {
    /** All hosts were tried. */
    COMPLETE,
    /** As many hosts have failed as may. */
    FAILURES,
    /** A canary has failed. */
    CANARY,
    /** The time for all hosts was over, or hosts that hang held all threads. */
    TIME,
    /** It was stopped, or its thread interrupted. */
    STOPPED,
    /** Its record could not be written. */
    UNRECORDED
  }

  /**
   * Makes a result.
   *
   * @param hosts what became of each host
   * @param end why it ended
   * @param reason the same, a sentence
   */
  public RollingResult {
    hosts = Collections.unmodifiableMap(new LinkedHashMap<>(hosts));
  }

  /** {@return whether all hosts are done} */
  public boolean isDone() {
    return named(Kind.DONE).size() == hosts.size();
  }

  /**
   * {@return the names of the hosts of which that became}
   *
   * @param kind what
   */
  public List<String> named(Kind kind) {
    return hosts.entrySet().stream()
        .filter(host -> host.getValue().kind() == kind)
        .map(Map.Entry::getKey)
        .toList();
  }
}
