package org.upstart4j.simulation;

import java.util.Optional;
import java.util.function.Predicate;
import org.upstart4j.ExitStatus;
import org.upstart4j.ProcessType;
import org.upstart4j.Signal;
import org.upstart4j.Upstart;
import org.upstart4j.embedded.process.ProcessObserver;
import org.upstart4j.embedded.process.ProcessSpawner;
import org.upstart4j.embedded.process.SpawnRequest;
import org.upstart4j.embedded.process.SpawnedProcess;
import org.upstart4j.jobfile.JobDefinition.Command;

/**
 * Writes down what becomes of processes.
 *
 * @param processes where they come from
 * @param journal takes what happens; when it is full, processes that are started do nothing
 * @param isScripted says of which processes a scenario tells what they do
 */
record SimulatedProcesses(
    ProcessSpawner processes, Journal journal, Predicate<SpawnRequest> isScripted)
    implements ProcessSpawner {

  @Override
  public SpawnedProcess spawn(SpawnRequest request, ProcessObserver observer) {
    Written written =
        new Written(
            journal, request.definition().name(), request.instance(), request.type(), observer);
    journal.add(
        new Moment.Spawned(
            journal.now(),
            written.job,
            written.instance,
            written.type,
            command(request),
            !isScripted.test(request)));
    return journal.isFull() ? new Idle() : processes.spawn(request, written);
  }

  private static String command(SpawnRequest request) {
    return Optional.ofNullable(request.definition().processes().get(request.type()))
        .map(Command::text)
        .map(String::strip)
        .orElse("");
  }

  @Override
  public void belongsTo(Upstart upstart) {
    processes.belongsTo(upstart);
  }

  @Override
  public void close() {
    processes.close();
  }

  /** A process that does nothing at all. */
  private record Idle() implements SpawnedProcess {

    @Override
    public int pid() {
      return 0;
    }

    @Override
    public void signal(int pid, Signal signal) {}

    @Override
    public void signalGroup(int pid, Signal signal) {}
  }

  /** Writes down how a process ends, and passes all on. */
  private record Written(
      Journal journal, String job, String instance, ProcessType type, ProcessObserver observer)
      implements ProcessObserver {

    @Override
    public void spawned(int pid) {
      observer.spawned(pid);
    }

    @Override
    public void executed() {
      observer.executed();
    }

    @Override
    public void failed(String reason) {
      journal.add(new Moment.NotRun(journal.now(), job, instance, type, reason));
      observer.failed(reason);
    }

    @Override
    public void stopped() {
      observer.stopped();
    }

    @Override
    public void forked(int pid) {
      observer.forked(pid);
    }

    @Override
    public void replaced() {
      observer.replaced();
    }

    @Override
    public void ended(ExitStatus status) {
      journal.add(new Moment.Ended(journal.now(), job, instance, type, status));
      observer.ended(status);
    }
  }
}
