package org.upstart4j.dbus;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.upstart4j.AlreadyStartedException;
import org.upstart4j.AlreadyStoppedException;
import org.upstart4j.Deadline;
import org.upstart4j.Goal;
import org.upstart4j.Instance;
import org.upstart4j.JobProcess;
import org.upstart4j.JobStatus;
import org.upstart4j.ProcessType;
import org.upstart4j.State;
import org.upstart4j.UnknownInstanceException;
import org.upstart4j.Wait;

/** An instance whose main process is always number 42. */
final class FakeInstance implements Instance {

  private final FakeJob job;
  private final String name;
  private Goal goal = Goal.STOP;
  private State state = State.WAITING;
  private boolean gone;

  FakeInstance(FakeJob job, String name) {
    this.job = job;
    this.name = name;
  }

  void change(Goal next) {
    synchronized (job.upstart()) {
      goal = next;
      job.upstart().listeners.tell(listener -> listener.goalChanged(job.name(), name, next));
    }
  }

  void change(State next) {
    synchronized (job.upstart()) {
      state = next;
      job.upstart().listeners.tell(listener -> listener.stateChanged(job.name(), name, next));
    }
  }

  CompletableFuture<Void> run() {
    return job.change().thenRun(() -> change(State.RUNNING));
  }

  @Override
  public FakeJob job() {
    return job;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public JobStatus status() {
    synchronized (job.upstart()) {
      if (gone) {
        throw new UnknownInstanceException(job.name(), name);
      }
      List<JobProcess> processes =
          state.equals(State.RUNNING) ? List.of(new JobProcess(ProcessType.MAIN, 42)) : List.of();
      return new JobStatus(job.name(), name, goal, state, processes);
    }
  }

  private static void await(CompletableFuture<Void> done, Wait wait) {
    if (wait.waits()) {
      Deadline.of(wait).await(done.toCompletableFuture(), "the change");
    }
  }

  @Override
  public void start(Wait wait) {
    await(startAsync(), wait);
  }

  @Override
  public void stop(Wait wait) {
    await(stopAsync(), wait);
  }

  @Override
  public void restart(Wait wait) {
    await(restartAsync(), wait);
  }

  @Override
  public CompletableFuture<Void> startAsync() {
    synchronized (job.upstart()) {
      if (goal.equals(Goal.START)) {
        throw new AlreadyStartedException(job.name(), name);
      }
      change(Goal.START);
      return run();
    }
  }

  @Override
  public CompletableFuture<Void> stopAsync() {
    synchronized (job.upstart()) {
      if (goal.equals(Goal.STOP)) {
        throw new AlreadyStoppedException(job.name(), name);
      }
      change(Goal.STOP);
      change(State.STOPPING);
      return job.change()
          .thenRun(
              () -> {
                change(State.WAITING);
                gone = true;
                job.forget(this);
              });
    }
  }

  @Override
  public CompletableFuture<Void> restartAsync() {
    synchronized (job.upstart()) {
      change(State.STOPPING);
      return run();
    }
  }

  @Override
  public void reload() {
    job.upstart().log.add("reload " + JobStatus.label(job.name(), name));
  }
}
