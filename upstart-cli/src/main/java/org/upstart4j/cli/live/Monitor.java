package org.upstart4j.cli.live;

import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.upstart4j.Event;
import org.upstart4j.ExitStatus;
import org.upstart4j.Goal;
import org.upstart4j.JobStatus;
import org.upstart4j.State;
import org.upstart4j.UpstartListener;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.cli.terminal.JsonLine;

/** Prints what an Upstart reports, as far as the filter lets it through. */
public final class Monitor implements UpstartListener {

  private final LineSink lines;
  private final Filter filter;

  /** Prints to a place. */
  public Monitor(LineSink lines, Filter filter) {
    this.lines = lines;
    this.filter = filter;
  }

  /** From now on all is heard. */
  public void connected(String transport) {
    if (filter.wants(ChangeKind.CONNECTION)) {
      lines.show(new Line("connected", transport, json -> json.member("transport", transport)));
    }
  }

  @Override
  public void eventEmitted(Event event) {
    if (filter.wantsEvent(event.name())) {
      lines.print(
          new Line(
              "event",
              EventText.of(event),
              json ->
                  json.member("event", event.name())
                      .array("env", event.variables().entries(), entry -> entry)));
    }
  }

  @Override
  public void goalChanged(String job, String instance, Goal goal) {
    change(
        ChangeKind.GOALS,
        "goal",
        job,
        instance,
        goal.name(),
        json -> json.member("goal", goal.name()));
  }

  @Override
  public void stateChanged(String job, String instance, State state) {
    change(
        ChangeKind.STATES,
        "state",
        job,
        instance,
        state.name(),
        json -> json.member("state", state.name()));
  }

  @Override
  public void failed(String job, String instance, ExitStatus status) {
    change(
        ChangeKind.FAILURES,
        "failed",
        job,
        instance,
        String.valueOf(status.number()),
        json -> json.member("status", status.number()));
  }

  @Override
  public void instanceAdded(String job, String instance) {
    change(ChangeKind.INSTANCES, "instance-added", job, instance, "", json -> {});
  }

  @Override
  public void instanceRemoved(String job, String instance) {
    change(ChangeKind.INSTANCES, "instance-removed", job, instance, "", json -> {});
  }

  private void change(
      ChangeKind about,
      String kind,
      String job,
      String instance,
      String to,
      Consumer<JsonLine> members) {
    if (filter.wantsJob(about, job)) {
      lines.print(
          new Line(
              kind,
              (JobStatus.label(job, instance) + " " + to).stripTrailing(),
              json -> {
                json.member("job", job).member("instance", instance);
                members.accept(json);
              }));
    }
  }

  @Override
  public void jobAdded(String job) {
    job("job-added", job);
  }

  @Override
  public void jobRemoved(String job) {
    job("job-removed", job);
  }

  private void job(String kind, String job) {
    if (filter.wantsJob(ChangeKind.JOBS, job)) {
      lines.print(new Line(kind, job, json -> json.member("job", job)));
    }
  }

  @Override
  public void restarted() {
    connection("restarted", "Upstart has re-executed itself", json -> {});
  }

  @Override
  public void connectionLost(UpstartUnavailableException reason) {
    String why = String.valueOf(reason.getMessage());
    connection("connection-lost", why, json -> json.member("reason", why));
  }

  @Override
  public void connectionRegained(Set<String> came, Set<String> gone) {
    Set<String> added = new TreeSet<>(came);
    Set<String> removed = new TreeSet<>(gone);
    StringJoiner text = new StringJoiner(" ");
    added.forEach(job -> text.add("+" + job));
    removed.forEach(job -> text.add("-" + job));
    connection(
        "connection-regained",
        text.toString(),
        json -> json.array("came", added, job -> job).array("gone", removed, job -> job));
  }

  @Override
  public void missed(long count) {
    connection("missed", String.valueOf(count), json -> json.member("count", count));
  }

  private void connection(String kind, String text, Consumer<JsonLine> members) {
    if (filter.wants(ChangeKind.CONNECTION)) {
      lines.print(new Line(kind, text, members));
    }
  }
}
