package org.upstart4j.cli.prove;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.cli.prove.Proof.Refutation;
import org.upstart4j.cli.prove.machine.SystemdHost;
import org.upstart4j.cli.prove.machine.Units;
import org.upstart4j.cli.prove.probe.Accounts;
import org.upstart4j.cli.prove.probe.ProbeJobs;
import org.upstart4j.cli.prove.probe.Stage;
import org.upstart4j.cli.prove.probe.Unprovable;
import org.upstart4j.cli.prove.scenario.ProofScenario;
import org.upstart4j.cli.prove.trace.Comparison;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.systemd.SystemdConversion;

/**
 * Proves that units do what jobs do: the same scenario is played by the engine and by a systemd,
 * and what happened is compared. Nothing of what the jobs say is run; probes stand for all
 * processes. Thread-safe.
 *
 * @param host where systemd runs
 * @param target which Upstart the jobs are for
 * @param units what makes the units
 * @param atOnce how many scenarios are played at the same time; they mostly wait
 */
public record Prover(SystemdHost.Ready host, Target target, UnitSource units, int atOnce) {

  /** What a small machine plays at once without being late. */
  private static final int AT_ONCE = 3;

  /** How often a scenario is played at most; a difference that does not come each time is none. */
  private static final int TIMES = 3;

  /** How long a command may take: more than two processes that have to be killed. */
  private static final Duration LIMIT = Unprovable.LONGEST.multipliedBy(2).plusSeconds(10);

  /** A scenario that was played. */
  private record Played(ProofScenario scenario, Comparison comparison) {

    Optional<Refutation> refutation() {
      return comparison.differences().isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Refutation(
                  scenario.name(),
                  comparison.upstart(),
                  comparison.systemd(),
                  comparison.differences()));
    }
  }

  /**
   * Proves what a conversion makes of a job, if this machine can.
   *
   * @param host whether systemd can run here
   * @param target which Upstart the jobs are for
   * @param conversion the conversion
   * @param folder the jobs; only those that the job's conditions name are played with it
   * @param job the job's name
   * @return whether its units do what it does
   */
  public static Proof prove(
      SystemdHost host, Target target, SystemdConversion conversion, JobFolder folder, String job) {
    if (host instanceof SystemdHost.Lacking lacking) {
      return new Proof.NotTried(job, lacking.reasons());
    }
    return new Prover((SystemdHost.Ready) host, target, UnitSource.of(conversion, target), AT_ONCE)
        .prove(folder, job);
  }

  /**
   * Proves one job.
   *
   * @param folder the jobs; only those that the job's conditions name are played with it
   * @param job the job's name
   * @return whether its units do what it does
   */
  public Proof prove(JobFolder folder, String job) {
    return prove(folder, job, scenario -> true);
  }

  /**
   * Proves one job in some scenarios only.
   *
   * @param folder the jobs; only those that the job's conditions name are played with it
   * @param job the job's name
   * @param wanted chooses scenarios by their names
   * @return whether its units do what it does
   */
  public Proof prove(JobFolder folder, String job, Predicate<String> wanted) {
    Repertoire repertoire = Repertoire.of(folder, job, target);
    if (!repertoire.reasons().isEmpty()) {
      return new Proof.NotTried(job, repertoire.reasons());
    }
    return prove(
        job,
        repertoire.folder(),
        repertoire.scenarios().stream().filter(one -> wanted.test(one.name())).toList());
  }

  /**
   * Plays scenarios.
   *
   * @param job the job's name
   * @param folder the jobs to be played
   * @param scenarios what is to be done
   * @return whether the job's units do what it does
   */
  public Proof prove(String job, JobFolder folder, List<ProofScenario> scenarios) {
    List<Played> played = play(folder, scenarios);
    if (!folder.jobs().isEmpty() && played.stream().noneMatch(Prover::hasProcesses)) {
      return new Proof.NotTried(
          job, List.of("no probe could run under Upstart; a limit may keep it from it"));
    }
    List<String> names = scenarios.stream().map(ProofScenario::name).toList();
    List<Refutation> refuted = played.stream().flatMap(one -> one.refutation().stream()).toList();
    return refuted.isEmpty()
        ? new Proof.Proved(job, names)
        : new Proof.Refuted(job, names, refuted);
  }

  private static boolean hasProcesses(Played played) {
    return played.comparison().upstart().entries().stream()
        .anyMatch(entry -> entry.what().equals("begins"));
  }

  private List<Played> play(JobFolder folder, List<ProofScenario> scenarios) {
    ExecutorService threads = Executors.newFixedThreadPool(atOnce);
    try (Scratch scratch = Scratch.create()) {
      List<CompletableFuture<Played>> all = new ArrayList<>();
      for (ProofScenario scenario : scenarios) {
        Path place = scratch.path().resolve("s" + all.size());
        all.add(CompletableFuture.supplyAsync(() -> play(scenario, folder, place), threads));
      }
      return all.stream().map(CompletableFuture::join).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      threads.shutdownNow();
    }
  }

  /** What a busy machine brings about does not last: a difference is one if it comes back. */
  private Played play(ProofScenario scenario, JobFolder folder, Path place) {
    Comparison comparison = playOnce(scenario, folder, place.resolve("1"));
    for (int time = 2; time <= TIMES && !comparison.differences().isEmpty(); time++) {
      comparison = playOnce(scenario, folder, place.resolve(String.valueOf(time)));
    }
    return new Played(scenario, comparison);
  }

  private Comparison playOnce(ProofScenario scenario, JobFolder folder, Path place) {
    List<String> jobs = List.copyOf(folder.jobs());
    Stage stage = BothMachines.stage(place, jobs);
    Accounts accounts = new Accounts(host.root().orElse(Path.of("/")));
    try {
      JobFolder probes = new ProbeJobs(stage, accounts).of(folder);
      Units made = units.of(probes, stage);
      return new BothMachines(host, target.version(), LIMIT)
          .play(scenario, place, jobs, probes, made);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
