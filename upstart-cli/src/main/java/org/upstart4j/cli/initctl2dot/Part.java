package org.upstart4j.cli.initctl2dot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The part of all jobs that is drawn.
 *
 * @param config all jobs
 * @param wanted the names of those whose conditions are drawn; all if there is none
 */
record Part(ShownConfig config, Set<String> wanted) {

  boolean isAll() {
    return wanted.isEmpty();
  }

  /** The jobs whose conditions are drawn. */
  List<ShownJob> subjects() {
    return isAll() ? List.copyOf(config.jobs().values()) : known(wanted);
  }

  /** Those of some names that there are. */
  List<ShownJob> known(Collection<String> names) {
    List<ShownJob> known = new ArrayList<>();
    for (String name : names) {
      ShownJob job = config.jobs().get(name);
      if (job != null) {
        known.add(job);
      }
    }
    return known;
  }

  /** The jobs that emit an event under just this name. */
  List<ShownJob> emitters(String event) {
    return config.jobs().values().stream().filter(job -> job.emits.contains(event)).toList();
  }

  /** The names of all jobs that are drawn, also of those that there are not. */
  Set<String> jobs() {
    Set<String> names = new TreeSet<>();
    for (ShownJob job : subjects()) {
      names.add(job.name);
      names.addAll(job.jobs());
      if (!isAll()) {
        job.events().forEach(event -> emitters(event).forEach(found -> names.add(found.name)));
      }
    }
    return names;
  }

  /** The events that are drawn. */
  Set<String> events() {
    if (isAll()) {
      return config.events();
    }
    Set<String> events = new TreeSet<>();
    for (ShownJob job : subjects()) {
      events.addAll(job.emits);
      events.addAll(job.events());
      known(job.jobs()).forEach(other -> events.addAll(other.emits));
    }
    return events;
  }
}
