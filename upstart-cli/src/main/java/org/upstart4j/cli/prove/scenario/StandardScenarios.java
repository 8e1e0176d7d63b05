package org.upstart4j.cli.prove.scenario;

import static org.upstart4j.cli.prove.scenario.Step.Command.Kind.RELOAD;
import static org.upstart4j.cli.prove.scenario.Step.Command.Kind.RESTART;
import static org.upstart4j.cli.prove.scenario.Step.Command.Kind.START;
import static org.upstart4j.cli.prove.scenario.Step.Command.Kind.STOP;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.upstart4j.Environment;
import org.upstart4j.ExitStatus;
import org.upstart4j.ProcessType;
import org.upstart4j.Signal;
import org.upstart4j.cli.prove.machine.JobState;
import org.upstart4j.cli.prove.probe.Behaviour;
import org.upstart4j.cli.prove.probe.Behaviours;
import org.upstart4j.cli.prove.probe.Probe;
import org.upstart4j.jobfile.JobDefinition;

/**
 * The scenarios that show what one job does by itself. Which of them there are follows from the
 * job.
 *
 * @param job the job
 * @param variables what chooses its instance, if it has several
 * @param others what chooses another instance; empty if it has one only
 */
public record StandardScenarios(JobDefinition job, Environment variables, Environment others) {

  /** How long a crashing probe lasts, so that post-start is over by then. */
  private static final Duration CRASHES = Duration.ofMillis(200);

  /** How long one round of a crashing job takes at most. */
  private static final Duration ROUND = Duration.ofMillis(490);

  /** What a restart starts has begun by then, if it starts something. */
  private static final Step SETTLES = new Step.Pause(Duration.ofMillis(500));

  /** More restarts than this are not counted. */
  private static final int MOST_RESTARTS = 30;

  private static final List<ProcessType> AROUND =
      List.of(
          ProcessType.PRE_START,
          ProcessType.POST_START,
          ProcessType.PRE_STOP,
          ProcessType.POST_STOP);

  /** {@return the scenarios of this job, the plainest first} */
  public List<ProofScenario> all() {
    List<ProofScenario> all = new ArrayList<>();
    if (job.task()) {
      all.add(scenario("run", Map.of(), tell(START)));
    } else {
      all.add(running("start and stop", Map.of(), tell(STOP)));
      if (!others.isEmpty()) {
        all.add(instances());
      }
      all.add(running("restart", Map.of(), tell(RESTART), SETTLES, tell(STOP)));
    }
    if (job.processes().containsKey(ProcessType.MAIN)) {
      addEnds(all);
      addFailedStarts(all);
    }
    addFailures(all);
    return List.copyOf(all);
  }

  private ProofScenario instances() {
    Step another = new Step.Command(START, job.name(), others);
    Step without = new Step.Command(STOP, job.name(), others);
    return running(
        "two instances",
        Map.of(),
        another,
        new Step.Pause(Behaviours.TAKES),
        tell(STOP),
        new Step.AwaitState(job.name(), others, JobState.RUNNING),
        without);
  }

  private void addEnds(List<ProofScenario> all) {
    if (job.task()) {
      all.add(scenario("failing main process", Map.of(main(), ends(1)), tell(START)));
      return;
    }
    addExits(all);
    if (job.respawn() && reachesLimit()) {
      all.add(scenario("respawn limit", crashing(), tell(START), awaits(JobState.WAITING)));
    }
    all.add(
        running(
            "ignored kill signal", Map.of(main(), runs().ignores(job.killSignal())), tell(STOP)));
    all.add(
        running(
            "reload",
            Map.of(main(), runs().ignores(job.reloadSignal())),
            tell(RELOAD),
            new Step.Pause(Behaviours.TAKES),
            tell(STOP)));
    all.add(
        running(
            "child left behind by a stop",
            Map.of(main(), Behaviours.ready(job).record().leavesChild().runs()),
            tell(STOP)));
  }

  private void addExits(List<ProofScenario> all) {
    List<ExitStatus> ends = new ArrayList<>(List.of(ExitStatus.SUCCESS, ExitStatus.of(1)));
    ends.add(ExitStatus.of(Signal.of("SEGV")));
    ends.addAll(job.normalExit());
    for (ExitStatus end : ends.stream().distinct().toList()) {
      if (end instanceof ExitStatus.Exited exited) {
        Behaviour exits = runs().exitsOn(Signal.USR2, exited.code());
        all.add(ending("exit with " + exited.code(), exits, Signal.USR2, end));
      } else if (end instanceof ExitStatus.Killed killed) {
        all.add(ending("death by " + killed.signal(), runs(), killed.signal(), end));
      }
    }
  }

  /** The main process ends by itself. */
  private ProofScenario ending(String name, Behaviour main, Signal signal, ExitStatus end) {
    Step ends = new Step.Kill(main(), signal);
    return job.respawn() && !job.normalExit().contains(end)
        ? running(
            name,
            Map.of(main(), main),
            ends,
            new Step.AwaitProcess(main(), 2),
            awaits(JobState.RUNNING),
            tell(STOP))
        : running(name, Map.of(main(), main), ends, awaits(JobState.WAITING));
  }

  /** Whether a crashing probe comes to the limit before the interval is over. */
  private boolean reachesLimit() {
    int limit = job.respawnLimit();
    return limit > 0
        && limit <= MOST_RESTARTS
        && ROUND.multipliedBy(limit).compareTo(job.respawnInterval()) < 0;
  }

  private void addFailedStarts(List<ProofScenario> all) {
    all.add(
        scenario(
            "missing program",
            Map.of(),
            Set.of(main()),
            List.of(tell(START), awaits(JobState.WAITING))));
  }

  private void addFailures(List<ProofScenario> all) {
    for (ProcessType process : AROUND) {
      if (!job.processes().containsKey(process)) {
        continue;
      }
      String name = "failing " + process;
      Map<Probe, Behaviour> fails = Map.of(new Probe(job.name(), process), ends(1));
      if (process == ProcessType.PRE_START || job.task()) {
        all.add(scenario(name, fails, tell(START), awaits(JobState.WAITING)));
      } else {
        all.add(running(name, fails, tell(STOP)));
      }
    }
  }

  /** A scenario that begins with a job that runs. */
  private ProofScenario running(String name, Map<Probe, Behaviour> others, Step... steps) {
    List<Step> all = new ArrayList<>(List.of(tell(START)));
    if (job.processes().containsKey(ProcessType.MAIN)) {
      all.add(new Step.AwaitProcess(main(), 1));
    }
    all.addAll(List.of(steps));
    return scenario(name, others, Set.of(), all);
  }

  private ProofScenario scenario(String name, Map<Probe, Behaviour> others, Step... steps) {
    return scenario(name, others, Set.of(), List.of(steps));
  }

  private ProofScenario scenario(
      String name, Map<Probe, Behaviour> others, Set<Probe> missing, List<Step> steps) {
    Map<Probe, Behaviour> behaviours = new LinkedHashMap<>(Behaviours.usual(job));
    behaviours.putAll(others);
    return new ProofScenario(name, behaviours, missing, steps, Map.of(job.name(), variables));
  }

  /** The main process fails soon; the others do what they do at once. */
  private Map<Probe, Behaviour> crashing() {
    Map<Probe, Behaviour> quick = new LinkedHashMap<>();
    Behaviours.usual(job).keySet().forEach(probe -> quick.put(probe, Behaviour.begin()));
    quick.put(main(), Behaviours.ready(job).waits(CRASHES).exits(1));
    return quick;
  }

  private Behaviour runs() {
    return Behaviours.runs(job);
  }

  private static Behaviour ends(int status) {
    return Behaviours.ends(status);
  }

  private Probe main() {
    return Probe.main(job.name());
  }

  private Step tell(Step.Command.Kind kind) {
    return new Step.Command(kind, job.name(), variables);
  }

  private Step awaits(JobState state) {
    return new Step.AwaitState(job.name(), variables, state);
  }
}
