package org.upstart4j.cli.prove.trace;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.upstart4j.cli.prove.trace.TraceDifference.Kind;

/**
 * Compares what happened on two machines. Traces are partial orders: what happened within a tenth
 * of a second on one machine may have another order on the other. Each probe takes longer than that
 * over what it does, so that whatever waits for it shows.
 *
 * @param upstart what happened under Upstart
 * @param systemd what happened under systemd
 */
public record Comparison(Trace upstart, Trace systemd) {

  /** By how much the times of a command may differ. */
  public static final Duration TOLERANCE = Duration.ofMillis(300);

  private static final String GIVEN = "is given";

  /** {@return what differs; nothing if the machines did the same} */
  public List<TraceDifference> differences() {
    List<TraceDifference> differences = new ArrayList<>();
    addEvents(differences);
    if (differences.isEmpty()) {
      addOrders(differences);
      addTimes(differences);
    }
    addEnds(differences);
    upstart
        .records()
        .forEach(
            (subject, record) -> {
              ProcessRecord other = systemd.records().getOrDefault(subject, record);
              addRecord(differences, subject, record, other);
            });
    return differences;
  }

  private void addEvents(List<TraceDifference> differences) {
    Map<String, Integer> here = counts(upstart);
    Map<String, Integer> there = counts(systemd);
    Set<String> all = new LinkedHashSet<>(here.keySet());
    all.addAll(there.keySet());
    for (String event : all) {
      int under = here.getOrDefault(event, 0);
      int other = there.getOrDefault(event, 0);
      if (under != other) {
        add(differences, Kind.EVENT, event + ": " + times(under, other));
      }
    }
  }

  private static String times(int upstart, int systemd) {
    if (upstart == 0) {
      return "under systemd only";
    }
    return systemd == 0
        ? "under Upstart only"
        : "%d times under Upstart, %d times under systemd".formatted(upstart, systemd);
  }

  private static Map<String, Integer> counts(Trace trace) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    trace.entries().forEach(entry -> counts.merge(entry.text(), 1, Integer::sum));
    return counts;
  }

  private void addOrders(List<TraceDifference> differences) {
    List<String> told = new ArrayList<>();
    Order.reversed(upstart, systemd).forEach(pair -> told.add(pair + " under Upstart only"));
    Order.reversed(systemd, upstart).forEach(pair -> told.add(pair + " under systemd only"));
    told.forEach(text -> add(differences, Kind.ORDER, text));
  }

  private void addTimes(List<TraceDifference> differences) {
    Map<String, Duration> here = times(upstart);
    Map<String, Duration> there = times(systemd);
    here.forEach(
        (step, time) -> {
          Duration other = there.get(step);
          if (other != null && time.minus(other).abs().compareTo(TOLERANCE) > 0) {
            add(
                differences,
                Kind.TIME,
                "%s takes %.2f s under Upstart, %.2f s under systemd"
                    .formatted(step, time.toMillis() / 1000.0, other.toMillis() / 1000.0));
          }
        });
  }

  private static Map<String, Duration> times(Trace trace) {
    Map<String, Duration> given = new HashMap<>();
    Map<String, Duration> times = new LinkedHashMap<>();
    for (TraceEntry entry : trace.entries()) {
      if (entry.what().equals(GIVEN)) {
        given.put(entry.subject(), entry.at());
      } else if (given.containsKey(entry.subject())) {
        times.putIfAbsent(entry.subject(), entry.at().minus(given.get(entry.subject())));
      }
    }
    return times;
  }

  private void addEnds(List<TraceDifference> differences) {
    upstart
        .ends()
        .forEach(
            (subject, end) -> {
              String other = systemd.ends().getOrDefault(subject, end);
              addIfNot(differences, Kind.END, subject, end, other);
            });
  }

  private static void addRecord(
      List<TraceDifference> differences,
      String subject,
      ProcessRecord upstart,
      ProcessRecord systemd) {
    ProcessRecord here = KnownDifference.comparable(upstart);
    ProcessRecord there = KnownDifference.comparable(systemd);
    addIfNot(
        differences,
        Kind.ARGUMENTS,
        "arguments of " + subject,
        here.arguments().toString(),
        there.arguments().toString());
    addMap(differences, Kind.ENVIRONMENT, subject, here.environment(), there.environment());
    addMap(differences, Kind.TRAIT, subject, here.traits(), there.traits());
  }

  private static void addMap(
      List<TraceDifference> differences,
      Kind kind,
      String subject,
      Map<String, String> here,
      Map<String, String> there) {
    Set<String> names = new TreeSet<>(here.keySet());
    names.addAll(there.keySet());
    for (String name : names) {
      addIfNot(
          differences,
          kind,
          name + " of " + subject,
          here.getOrDefault(name, "not there"),
          there.getOrDefault(name, "not there"));
    }
  }

  private static void addIfNot(
      List<TraceDifference> differences, Kind kind, String what, String here, String there) {
    if (!here.equals(there)) {
      add(differences, kind, what + ": " + here + " under Upstart, " + there + " under systemd");
    }
  }

  private static void add(List<TraceDifference> differences, Kind kind, String text) {
    differences.add(new TraceDifference(kind, text));
  }
}
