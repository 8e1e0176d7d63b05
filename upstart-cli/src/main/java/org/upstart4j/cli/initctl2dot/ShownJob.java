package org.upstart4j.cli.initctl2dot;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What {@code show-config -e} shows of a job; how its conditions are joined is not in there. */
final class ShownJob {

  final String name;

  /** The jobs that its start condition names, each with the last event about it. */
  final Map<String, String> startJobs = new LinkedHashMap<>();

  final Set<String> startEvents = new LinkedHashSet<>();
  final Set<String> stopJobs = new LinkedHashSet<>();
  final Set<String> stopEvents = new LinkedHashSet<>();
  final Set<String> emits = new LinkedHashSet<>();

  ShownJob(String name) {
    this.name = name;
  }

  /** All jobs that its conditions name. */
  Set<String> jobs() {
    Set<String> all = new TreeSet<>(startJobs.keySet());
    all.addAll(stopJobs);
    return all;
  }

  /** All events that its conditions name and that are about no job. */
  Set<String> events() {
    Set<String> all = new TreeSet<>(startEvents);
    all.addAll(stopEvents);
    return all;
  }

  /** An event whose name is a variable of the instance is one of this job's own. */
  String event(String event) {
    return event.startsWith("$") ? name + ":" + event : event;
  }
}
