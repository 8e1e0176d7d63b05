package org.upstart4j.analysis.internal.reason;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.upstart4j.ProcessType;
import org.upstart4j.analysis.internal.model.CheckedFile;
import org.upstart4j.analysis.internal.model.CheckedJob;
import org.upstart4j.analysis.reason.Evidence;
import org.upstart4j.analysis.reason.Reason;
import org.upstart4j.analysis.reason.SeenProcess;
import org.upstart4j.analysis.reason.Up;
import org.upstart4j.jobfile.stanza.StanzaName;
import org.upstart4j.state.InstanceState;
import org.upstart4j.state.JobState;

/** What there is to say about an instance that runs. */
final class UpReasons {

  private static final Set<String> SHELLS =
      Set.of("sh", "dash", "bash", "ash", "busybox", "ksh", "mksh", "zsh");
  private static final int MOST_CHILDREN = 3;
  private static final int MOST_MESSAGES = 3;

  private final Facts facts;
  private final StoppedReasons stopped;
  private final ConditionParts parts;

  UpReasons(Facts facts) {
    this.facts = facts;
    this.stopped = new StoppedReasons(facts);
    this.parts = new ConditionParts(facts, new Emitters(facts));
  }

  List<Reason> of(Subject subject) {
    List<Reason> reasons = new ArrayList<>();
    Optional<Integer> pid = subject.process(ProcessType.MAIN).map(process -> process.pid());
    if (pid.isEmpty()) {
      reasons.add(new Up.Runs(subject.label(), pid, subject.inState(), List.of()));
    } else if (subject.isMissing(pid.get())) {
      reasons.add(
          new Up.ProcessMissing(
              subject.label(), pid.get(), subject.expect(), subject.line(StanzaName.EXPECT)));
    } else {
      ofProcess(subject, pid.get(), reasons);
    }
    reasons.addAll(stopped.ofAside(subject));
    reasons.addAll(halfMet(subject));
    oldDefinition(subject).ifPresent(reasons::add);
    return reasons;
  }

  private void ofProcess(Subject subject, int pid, List<Reason> reasons) {
    Optional<SeenProcess> seen = subject.seen(pid);
    respawned(subject, pid).ifPresent(reasons::add);
    seen.filter(process -> process.state() == SeenProcess.STOPPED)
        .map(process -> new Up.Paused(subject.label(), pid, subject.shown(pid, List.of())))
        .ifPresent(reasons::add);
    seen.filter(process -> isShell(process) && !process.children().isEmpty())
        .map(process -> followsShell(subject, process))
        .ifPresent(reasons::add);
    if (!subject.isTask()) {
      reasons.add(
          new Up.Runs(
              subject.label(), Optional.of(pid), subject.age(pid), subject.shown(pid, List.of())));
    }
  }

  private static boolean isShell(SeenProcess process) {
    return SHELLS.contains(process.program());
  }

  private static Reason followsShell(Subject subject, SeenProcess shell) {
    List<String> children =
        shell.children().stream()
            .limit(MOST_CHILDREN)
            .map(child -> child.pid() + " (" + child.command() + ")")
            .toList();
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(new Evidence.OfProcess(shell.pid(), shell.command(), shell.age()));
    evidence.addAll(subject.lineOf(ProcessType.MAIN));
    return new Up.FollowsShell(subject.label(), shell.pid(), children, evidence);
  }

  private Optional<Reason> respawned(Subject subject, int pid) {
    int times = subject.instance().map(InstanceState::respawns).orElse(0);
    List<Happening> life = facts.messages().lastLife(subject.label());
    List<Happening> ends =
        life.stream().filter(happening -> happening.isEndOf(ProcessType.MAIN.text())).toList();
    long logged = life.stream().filter(happening -> happening.is(MessageKind.RESPAWNING)).count();
    int known = Math.max(times, (int) logged);
    if (known == 0) {
      return Optional.empty();
    }
    List<Evidence> evidence = new ArrayList<>();
    ends.subList(Math.max(0, ends.size() - MOST_MESSAGES), ends.size())
        .forEach(end -> evidence.add(end.evidence()));
    subject.log().ifPresent(evidence::add);
    evidence.addAll(subject.line(StanzaName.RESPAWN));
    RespawnLimit limit = RespawnLimit.of(subject);
    return Optional.of(
        new Up.Respawned(
            subject.label(), known, subject.age(pid), limit.times(), limit.interval(), evidence));
  }

  private Optional<Reason> oldDefinition(Subject subject) {
    boolean isOld = subject.job().map(JobState::deleted).orElse(false);
    if (!isOld) {
      return Optional.empty();
    }
    Optional<CheckedFile> conf = subject.file().map(CheckedJob::conf);
    if (conf.isEmpty()) {
      String path = facts.files().path(subject.status().job() + ".conf");
      return Optional.of(new Up.OldDefinition(subject.label(), path, Up.FileNow.GONE, List.of()));
    }
    List<Evidence> wrong =
        conf.get().problems().stream()
            .limit(1)
            .map(problem -> facts.files().line(conf.get(), problem.span().line()))
            .toList();
    return Optional.of(
        new Up.OldDefinition(
            subject.label(),
            facts.files().path(conf.get().path()),
            wrong.isEmpty() ? Up.FileNow.CHANGED : Up.FileNow.REJECTED,
            wrong));
  }

  private List<Reason> halfMet(Subject subject) {
    List<Reason> reasons = new ArrayList<>();
    subject
        .instance()
        .flatMap(InstanceState::stopOn)
        .filter(ConditionParts::isHalfMet)
        .map(
            condition ->
                new Up.HalfMet(
                    subject.label(), "stop on", parts.of(condition), subject.lineOf("stop on")))
        .ifPresent(reasons::add);
    subject
        .job()
        .flatMap(JobState::startOn)
        .filter(ConditionParts::isHalfMet)
        .map(
            condition ->
                new Up.HalfMet(
                    subject.status().job(),
                    "start on",
                    parts.of(condition),
                    subject.lineOf("start on")))
        .ifPresent(reasons::add);
    return reasons;
  }
}
