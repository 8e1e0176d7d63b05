package org.upstart4j.systemd.internal.convert;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.upstart4j.analysis.internal.model.Folder;

/** The jobs of a folder with their units, and the units that stand for events. */
final class Graph {

  private final Folder folder;
  private final Options options;
  private final Map<String, JobUnit> jobs = new TreeMap<>();
  private final Map<String, Draft> others = new TreeMap<>();

  Graph(Folder folder, Options options) {
    this.folder = folder;
    this.options = options;
  }

  void add(JobUnit job) {
    jobs.put(job.name(), job);
  }

  Folder folder() {
    return folder;
  }

  Options options() {
    return options;
  }

  /** The jobs that become units, sorted by name. */
  Collection<JobUnit> jobs() {
    return jobs.values();
  }

  /** The job of a name, if it is in the folder and becomes a unit. */
  Optional<JobUnit> job(String name) {
    return Optional.ofNullable(jobs.get(name));
  }

  /** A unit that no job becomes, for example of an event; made when it is first asked for. */
  Draft other(String unit) {
    return others.computeIfAbsent(unit, Draft::new);
  }

  /** The units that no job becomes, sorted by name. */
  Collection<Draft> others() {
    return others.values();
  }
}
