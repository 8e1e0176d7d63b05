package org.upstart4j.cli.terminal;

import org.upstart4j.JobStatus;

/** Tells how an instance of a job stands. */
public final class StatusJson {

  private StatusJson() {}

  /** Adds its members to an object. */
  public static void members(JsonLine json, JobStatus status) {
    json.member("job", status.job())
        .member("instance", status.instance())
        .member("goal", status.goal().toString())
        .member("state", status.state().toString())
        .objects(
            "processes",
            status.processes(),
            (member, process) ->
                member.member("name", process.name()).member("pid", process.pid()));
  }
}
