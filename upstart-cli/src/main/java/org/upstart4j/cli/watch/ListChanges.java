package org.upstart4j.cli.watch;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.upstart4j.Deadline;
import org.upstart4j.ExitStatus;
import org.upstart4j.Goal;
import org.upstart4j.JobStatus;
import org.upstart4j.State;
import org.upstart4j.Subscription;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartListener;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.Wait;
import org.upstart4j.cli.terminal.JsonLine;
import org.upstart4j.cli.terminal.Paint;
import org.upstart4j.cli.terminal.PaintedStatus;
import org.upstart4j.cli.terminal.StandardOutput;
import org.upstart4j.cli.terminal.StatusJson;
import org.upstart4j.cli.terminal.Visible;

/** Prints the list of jobs, and then a line for each change. */
final class ListChanges implements UpstartListener {

  private final Upstart upstart;
  private final Choice choice;
  private final PrintWriter out;
  private final Paint paint;
  private final boolean json;
  private final Failures failures;
  private final Map<InstanceName, JobStatus> known = new HashMap<>();
  private final CompletableFuture<Integer> done = new CompletableFuture<>();

  ListChanges(Upstart upstart, Choice choice, PrintWriter out, Paint paint, boolean json) {
    this.upstart = upstart;
    this.choice = choice;
    this.failures = Failures.of(upstart);
    this.out = out;
    this.paint = paint;
    this.json = json;
  }

  int run() {
    Subscription subscription;
    synchronized (this) {
      subscription = upstart.subscribe(this);
      list();
    }
    try (subscription) {
      return Deadline.of(Wait.FOREVER).await(done, "the changes");
    }
  }

  private void list() {
    known.clear();
    List<JobStatus> statuses = upstart.statuses();
    statuses.forEach(status -> known.put(InstanceName.of(status), status));
    for (Row row : Row.sorted(statuses, failures.all())) {
      if (choice.wants(row.status().job(), row.standing())) {
        list(row);
      }
    }
    out.flush();
  }

  private void list(Row row) {
    JobStatus status = row.status();
    say(PaintedStatus.of(status, paint), members -> StatusJson.members(members, status));
    if (!row.failure().isEmpty()) {
      say(status.job(), status.instance(), row.failure());
    }
  }

  private void say(String job, String instance, String failure) {
    String text = Visible.text(JobStatus.label(job, instance)) + " failed: " + failure;
    say(
        paint.bad(text),
        members ->
            members.member("job", job).member("instance", instance).member("failed", failure));
  }

  @Override
  public synchronized void failed(String job, String instance, ExitStatus status) {
    failures.failed(job, instance, status);
    if (choice.wants(job)) {
      say(job, instance, Failures.describe(status));
      out.flush();
    }
  }

  @Override
  public synchronized void jobAdded(String job) {
    change(JobStatus.notRunning(job));
  }

  @Override
  public synchronized void jobRemoved(String job) {
    known.keySet().removeIf(key -> key.job().equals(job));
    if (!choice.wants(job)) {
      return;
    }
    say(
        Visible.text(job) + " removed",
        members -> members.member("job", job).member("removed", true));
    out.flush();
  }

  @Override
  public synchronized void instanceRemoved(String job, String instance) {
    known.remove(new InstanceName(job, instance));
  }

  @Override
  public synchronized void goalChanged(String job, String instance, Goal goal) {
    if (goal.equals(Goal.START)) {
      failures.started(job, instance);
    }
    change(new JobStatus(job, instance, goal, last(job, instance).state(), List.of()));
  }

  @Override
  public synchronized void stateChanged(String job, String instance, State state) {
    change(new JobStatus(job, instance, last(job, instance).goal(), state, List.of()));
  }

  private JobStatus last(String job, String instance) {
    return known.getOrDefault(new InstanceName(job, instance), JobStatus.notRunning(job));
  }

  /**
   * What was in the list already may be told once more, and isn't printed again. That something has
   * stopped is said even where only what runs is wanted.
   */
  private void change(JobStatus status) {
    JobStatus before = known.put(InstanceName.of(status), status);
    boolean isNew = before == null || !before.is(status.goal(), status.state());
    if (isNew && (choice.wants(status) || (before != null && choice.wants(before)))) {
      say(
          PaintedStatus.of(status, paint),
          members ->
              members
                  .member("job", status.job())
                  .member("instance", status.instance())
                  .member("goal", status.goal().name())
                  .member("state", status.state().name()));
      out.flush();
    }
  }

  @Override
  public synchronized void connectionLost(UpstartUnavailableException reason) {
    String why = String.valueOf(reason.getMessage());
    say("connection lost: " + Visible.text(why), members -> members.member("connection_lost", why));
    out.flush();
  }

  /** What was not heard is in a new list. */
  @Override
  public synchronized void connectionRegained(Set<String> came, Set<String> gone) {
    relist();
  }

  @Override
  public synchronized void missed(long count) {
    relist();
  }

  private void relist() {
    try {
      list();
    } catch (UpstartUnavailableException lostAgain) {
      connectionLost(lostAgain);
    }
  }

  private void say(String text, Consumer<JsonLine> members) {
    if (json) {
      try {
        JsonLine.write(out, members);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    } else {
      out.println(text);
    }
    if (out instanceof StandardOutput output && output.failure().isPresent()) {
      done.complete(0);
    }
  }
}
