package org.upstart4j.dbus.internal.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Goal;
import org.upstart4j.JobProcess;
import org.upstart4j.JobStatus;
import org.upstart4j.State;

/**
 * The statuses of all jobs, in three round trips however many jobs there are: the jobs, their
 * instances, and the instances' statuses. What goes away meanwhile is left out.
 */
public final class Statuses {

  private final DbusClient client;

  public Statuses(DbusClient client) {
    this.client = client;
  }

  /** Asks for all. */
  public List<JobStatus> all() {
    List<Found> jobs = jobs();
    List<Query<JobStatus>> queries = new ArrayList<>();
    jobs.forEach(job -> job.instances().forEach(path -> queries.add(status(job.name(), path))));
    List<@Nullable JobStatus> answers = client.askAll(queries);
    List<JobStatus> all = new ArrayList<>();
    int next = 0;
    for (Found job : jobs) {
      int end = next + job.instances().size();
      List<JobStatus> statuses = present(answers.subList(next, end));
      all.addAll(statuses.isEmpty() ? List.of(JobStatus.notRunning(job.name())) : statuses);
      next = end;
    }
    return all;
  }

  private List<Found> jobs() {
    List<Query<Found>> queries = new ArrayList<>();
    client
        .jobs()
        .forEach(
            (path, name) ->
                queries.add(
                    new Query<>(
                        RemoteObject.job(path, name).call("GetAllInstances", ""),
                        values -> new Found(name, Values.paths(values)))));
    return present(client.askAll(queries));
  }

  private static Query<JobStatus> status(String job, String path) {
    return new Query<>(
        RemoteObject.instance(path, job, ObjectNames.element(path)).getAll(),
        values -> status(job, Values.properties(values)));
  }

  private static <T> List<T> present(List<@Nullable T> answers) {
    List<T> present = new ArrayList<>();
    for (T answer : answers) {
      if (answer != null) {
        present.add(answer);
      }
    }
    return present;
  }

  /** Makes a status from an instance's properties. */
  public static JobStatus status(String job, Map<?, ?> properties) {
    return new JobStatus(
        job,
        (String) Values.property(properties, "name"),
        new Goal((String) Values.property(properties, "goal")),
        new State((String) Values.property(properties, "state")),
        ((List<?>) Values.property(properties, "processes"))
            .stream().map(Statuses::process).toList());
  }

  private static JobProcess process(Object value) {
    List<?> pair = (List<?>) value;
    return new JobProcess((String) pair.get(0), (Integer) pair.get(1));
  }

  /** A job and the paths of its instances. */
  private record Found(String name, List<String> instances) {}
}
