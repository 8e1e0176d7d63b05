package org.upstart4j.analysis.internal.reason;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.upstart4j.JobProcess;
import org.upstart4j.JobStatus;
import org.upstart4j.ProcessType;
import org.upstart4j.State;
import org.upstart4j.analysis.internal.model.CheckedJob;
import org.upstart4j.analysis.internal.model.Placed;
import org.upstart4j.analysis.reason.Evidence;
import org.upstart4j.analysis.reason.SeenProcess;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.stanza.StanzaName;
import org.upstart4j.state.InstanceState;
import org.upstart4j.state.JobState;

/**
 * The instance that a question is about.
 *
 * @param facts what is known
 * @param status how it stands
 * @param job its job's state, if Upstart tells it
 * @param instance its own state, if Upstart tells it
 */
record Subject(
    Facts facts, JobStatus status, Optional<JobState> job, Optional<InstanceState> instance) {

  static Subject of(Facts facts, JobStatus status) {
    Optional<JobState> job = facts.job(status.job());
    return new Subject(facts, status, job, job.flatMap(found -> found.instance(status.instance())));
  }

  static Subject of(Facts facts, JobState job, InstanceState instance) {
    return new Subject(facts, instance.status(job.name()), Optional.of(job), Optional.of(instance));
  }

  /** An instance of the same job that is gone. */
  Subject withInstance(String name) {
    JobStatus gone = new JobStatus(status.job(), name, status.goal(), status.state(), List.of());
    return new Subject(facts, gone, job, Optional.empty());
  }

  String label() {
    return JobStatus.label(status.job(), status.instance());
  }

  boolean isIn(State state) {
    return status.state().equals(state);
  }

  Optional<CheckedJob> file() {
    return facts.files().job(status.job());
  }

  /** The line of the stanza that counts of a name. */
  List<Evidence> line(StanzaName name) {
    List<Placed> placed = file().map(job -> job.stanzas(name)).orElse(List.of());
    return placed.isEmpty()
        ? List.of()
        : List.of(facts.files().line(placed.get(placed.size() - 1)));
  }

  /** The line of the stanza that counts for something. */
  List<Evidence> lineOf(String slot) {
    return facts.files().lines(file().flatMap(job -> job.last(slot)));
  }

  /** The line of the stanza that gives a process. */
  List<Evidence> lineOf(ProcessType type) {
    return facts.files().lines(file().flatMap(job -> job.process(type)));
  }

  /** What its files define, as far as Upstart accepts them. */
  Optional<JobDefinition> definition() {
    return facts.files().definition(status.job());
  }

  /** What {@code expect} says; {@code none} without one. */
  String expect() {
    return job.map(known -> known.course().expect())
        .or(() -> definition().map(known -> known.expect().toString()))
        .orElse("none");
  }

  boolean isTask() {
    return job.map(known -> known.course().task())
        .orElseGet(() -> file().map(CheckedJob::isTask).orElse(false));
  }

  boolean respawns() {
    return job.map(known -> known.course().respawn())
        .orElseGet(() -> file().map(CheckedJob::respawns).orElse(false));
  }

  /** The process of a type that runs. */
  Optional<JobProcess> process(ProcessType type) {
    return status.processes().stream()
        .filter(process -> process.name().equals(type.text()))
        .findFirst();
  }

  Optional<SeenProcess> seen(int pid) {
    return facts.knowledge().process(pid);
  }

  /** Whether it is known that there is no process of a number. */
  boolean isMissing(int pid) {
    return facts.knowledge().seesProcesses() && !facts.knowledge().isThere(pid);
  }

  /** Since when a process runs: as the system says, else as Upstart has logged. */
  Optional<Duration> age(int pid) {
    return seen(pid).flatMap(SeenProcess::age).or(this::inState);
  }

  /** Since when it is in its state, as Upstart has logged. */
  Optional<Duration> inState() {
    List<Happening> life = facts.messages().of(label());
    for (int i = life.size() - 1; i >= 0; i--) {
      if (life.get(i).is(MessageKind.STATE)) {
        return life.get(i).detail().equals(status.state().name())
            ? life.get(i).ago()
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** The process, the last line of the log, and what stanzas say. */
  List<Evidence> shown(int pid, List<Evidence> lines) {
    List<Evidence> evidence = new ArrayList<>();
    seen(pid)
        .map(process -> new Evidence.OfProcess(pid, process.command(), process.age()))
        .ifPresent(evidence::add);
    log().ifPresent(evidence::add);
    evidence.addAll(lines);
    return evidence;
  }

  /** The last line of its log. */
  Optional<Evidence.InLog> log() {
    return facts.knowledge().log(status.job(), status.instance());
  }
}
