package org.upstart4j.cli.prove;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.upstart4j.cli.prove.machine.EngineSupervisor;
import org.upstart4j.cli.prove.machine.Supervisor;
import org.upstart4j.cli.prove.machine.SystemdHost;
import org.upstart4j.cli.prove.machine.SystemdSupervisor;
import org.upstart4j.cli.prove.machine.SystemdSupervisor.Enabling;
import org.upstart4j.cli.prove.machine.Units;
import org.upstart4j.cli.prove.probe.Stage;
import org.upstart4j.cli.prove.scenario.Player;
import org.upstart4j.cli.prove.scenario.ProofScenario;
import org.upstart4j.cli.prove.trace.Comparison;
import org.upstart4j.cli.prove.trace.Trace;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.jobfile.version.UpstartVersion;

/**
 * The engine and a systemd, which play the same scenario at the same time. Each scenario gets
 * machines of its own.
 *
 * @param host where systemd runs
 * @param version which Upstart the jobs are for
 * @param limit how long a command may take
 */
public record BothMachines(SystemdHost.Ready host, UpstartVersion version, Duration limit) {

  /**
   * Plays a scenario on both.
   *
   * @param scenario what to do
   * @param folder a folder for this scenario, which is made
   * @param jobs the names of all jobs, in the order of the stage for which the rest was made
   * @param probes the jobs, with probes for processes
   * @param units the same jobs as units
   * @return what happened on each
   */
  public Comparison play(
      ProofScenario scenario, Path folder, List<String> jobs, JobFolder probes, Units units) {
    return play(
        scenario, folder, jobs, units, logs -> new EngineSupervisor(probes, version, logs, limit));
  }

  /**
   * Plays a scenario on both.
   *
   * @param scenario what to do
   * @param folder a folder for this scenario, which is made
   * @param jobs the names of all jobs, in the order of the stage for which the rest was made
   * @param units the jobs as units
   * @param engine makes the engine with the jobs, given a folder for its logs
   * @return what happened on each
   */
  public Comparison play(
      ProofScenario scenario,
      Path folder,
      List<String> jobs,
      Units units,
      Function<Path, EngineSupervisor> engine) {
    Stage here = stage(folder, jobs);
    Stage there = new Stage(here.path(), folder.resolve("systemd-stage"), jobs);
    try {
      Files.createDirectories(folder);
      Path logs = Files.createDirectory(folder.resolve("log"));
      for (Stage stage : List.of(here, there)) {
        stage.create();
        Player.prepare(stage, scenario);
      }
      Enabling enabling = scenario.boots() ? Enabling.FOR_BOOT : Enabling.BY_OTHERS;
      CompletableFuture<Trace> systemd =
          CompletableFuture.supplyAsync(
              () ->
                  play(
                      scenario,
                      there,
                      SystemdSupervisor.boot(
                          host,
                          units,
                          folder.resolve("systemd"),
                          there.path(),
                          there.contents(),
                          enabling,
                          limit)),
              task -> new Thread(task, "systemd").start());
      try {
        Trace upstart = play(scenario, here, engine.apply(logs));
        return new Comparison(upstart, systemd.join());
      } finally {
        systemd.handle((trace, failure) -> trace).join();
        here.endProbes();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Says where the probes of a scenario are.
   *
   * @param folder the folder of the scenario
   * @param jobs the names of all jobs
   * @return the stage
   */
  public static Stage stage(Path folder, List<String> jobs) {
    Path stage = folder.resolve("stage");
    return new Stage(stage, stage, jobs);
  }

  private Trace play(ProofScenario scenario, Stage stage, Supervisor machine) {
    try (machine) {
      return new Player(machine, stage).play(scenario);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
