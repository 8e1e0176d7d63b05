package org.upstart4j.analysis.internal.reason;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.upstart4j.Goal;
import org.upstart4j.JobStatus;
import org.upstart4j.State;
import org.upstart4j.analysis.reason.Absent;
import org.upstart4j.analysis.reason.Answer;
import org.upstart4j.analysis.reason.Idle;
import org.upstart4j.analysis.reason.Reason;
import org.upstart4j.analysis.reason.Stopped;
import org.upstart4j.state.FileState;
import org.upstart4j.state.InstanceState;
import org.upstart4j.state.JobState;
import org.upstart4j.state.SourceState;
import org.upstart4j.state.UpstartState;

/**
 * Finds the jobs about which there is something to tell. It reads no file unless Upstart has read
 * one that defines no job, as there may be thousands.
 */
final class Trouble {

  private final Facts facts;
  private final AbsentReasons absent;
  private final Function<JobStatus, Answer> answer;
  private final Set<String> halfMet = new HashSet<>();
  private final Set<String> restless = new HashSet<>();

  Trouble(Facts facts, AbsentReasons absent, Function<JobStatus, Answer> answer) {
    this.facts = facts;
    this.absent = absent;
    this.answer = answer;
    facts.state().map(UpstartState::jobs).orElse(List.of()).forEach(this::look);
  }

  private void look(JobState job) {
    if (job.startOn().filter(ConditionParts::isHalfMet).isPresent()) {
      halfMet.add(job.name());
    }
    for (InstanceState instance : job.instances()) {
      boolean isRestless =
          instance.respawns() > 0
              || job.deleted()
              || instance.stopOn().filter(ConditionParts::isHalfMet).isPresent();
      if (isRestless || (job.course().task() && !instance.blocked().isEmpty())) {
        restless.add(JobStatus.label(job.name(), instance.name()));
      }
    }
  }

  List<Answer> answers() {
    Map<String, Answer> answers = new TreeMap<>();
    for (JobStatus status : facts.knowledge().statuses()) {
      boolean isIdle = status.is(Goal.STOP, State.WAITING);
      if (isIdle && !halfMet.contains(status.job())) {
        failed(status).ifPresent(found -> answers.put(found.job(), found));
      } else if (isIdle || isTrouble(status)) {
        answers.put(JobStatus.label(status.job(), status.instance()), answer.apply(status));
      }
    }
    rejected().forEach(found -> answers.putIfAbsent(found.job(), found));
    return List.copyOf(answers.values());
  }

  /** The answer for a job that does not run, if it has failed. */
  private Optional<Answer> failed(JobStatus status) {
    return isTold(status)
        ? Optional.of(answer.apply(status))
            .filter(found -> found.reasons().stream().anyMatch(Trouble::isFailure))
        : Optional.empty();
  }

  private boolean isTrouble(JobStatus status) {
    String label = JobStatus.label(status.job(), status.instance());
    return !status.isRunning()
        || halfMet.contains(status.job())
        || restless.contains(label)
        || isMissing(status);
  }

  private boolean isMissing(JobStatus status) {
    return status.pid().isPresent()
        && facts.knowledge().seesProcesses()
        && !facts.knowledge().isThere(status.pid().getAsInt());
  }

  /** Whether Upstart has logged something about a job that does not run. */
  private boolean isTold(JobStatus status) {
    return facts.messages().knows(status.job())
        || !facts.messages().instances(status.job()).isEmpty();
  }

  private static boolean isFailure(Reason reason) {
    return reason instanceof Stopped.ProcessFailed
        || reason instanceof Stopped.CouldNotRun
        || reason instanceof Stopped.RespawnedTooFast
        || reason instanceof Idle.InstanceNotNamed;
  }

  /** The files that Upstart has read, and that define no job. */
  private List<Answer> rejected() {
    Set<String> files = facts.state().isPresent() ? jobless() : wrong();
    if (files.isEmpty()) {
      return List.of();
    }
    List<Answer> answers = new ArrayList<>();
    for (String job : files) {
      if (absent.of(job, new TreeSet<>()) instanceof Absent.FileRejected rejected) {
        answers.add(new Answer(job, Optional.empty(), List.of(rejected)));
      }
    }
    return answers;
  }

  /** The jobs whose files have something wrong, for an Upstart that does not tell its state. */
  private Set<String> wrong() {
    Set<String> files = new TreeSet<>();
    facts.files().folder().jobs().stream()
        .filter(job -> !job.conf().problems().isEmpty())
        .forEach(job -> files.add(job.name()));
    return files;
  }

  private Set<String> jobless() {
    Set<String> files = new TreeSet<>();
    for (SourceState source : facts.state().map(UpstartState::sources).orElse(List.of())) {
      source.files().stream()
          .filter(file -> source.session() == Facts.OWN_SESSION && file.job().isEmpty())
          .map(file -> job(source, file))
          .flatMap(Optional::stream)
          .forEach(files::add);
    }
    return files;
  }

  private static Optional<String> job(SourceState source, FileState file) {
    String start = source.path() + "/";
    return file.path().startsWith(start) && file.path().endsWith(".conf")
        ? Optional.of(
            file.path().substring(start.length(), file.path().length() - ".conf".length()))
        : Optional.empty();
  }
}
