package org.upstart4j.cli.simulate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.cli.command.Inputs;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Misuse;
import org.upstart4j.cli.command.Option;
import org.upstart4j.cli.command.TargetName;
import org.upstart4j.cli.reach.Durations;
import org.upstart4j.cli.terminal.Visible;
import org.upstart4j.jobfile.JobDirectory;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.jobfile.version.UpstartVersion;
import org.upstart4j.simulation.Simulation;
import org.upstart4j.simulation.scenario.Scenario;
import org.upstart4j.simulation.scenario.ScenarioSyntaxException;

/** What these commands are told: the platform, the scenario and the limit. */
public final class Simulated {

  public static final Option FOR =
      Option.FOR.meaning(
          "the platform or version that the jobs are for, whose packages play their part"
              + " (default: 1.13.2)");
  public static final Option SCENARIO =
      Option.text("scenario", "FILE", "what programs do, and what comes from outside (YAML)");
  public static final Option LIMIT =
      Option.text("limit", "TIME", "how much simulated time may pass (default: 10m)");

  private final Invocation call;
  private final Target target;
  private final Scenario scenario;
  private boolean isIncomplete;

  /** Reads them from the options. */
  public Simulated(Invocation call) throws IOException {
    this.call = call;
    this.target =
        call.value(FOR).map(TargetName::target).orElseGet(() -> Target.of(UpstartVersion.NEWEST));
    Optional<String> file = call.value(SCENARIO);
    this.scenario = file.isEmpty() ? Scenario.EMPTY : read(file.get());
  }

  private static Scenario read(String file) throws IOException {
    byte[] bytes = Files.readAllBytes(Inputs.path(file));
    try {
      return Scenario.parse(new String(bytes, StandardCharsets.UTF_8));
    } catch (ScenarioSyntaxException wrong) {
      throw new Misuse(
          Visible.text(
              "%s:%d:%d: %s".formatted(file, wrong.line(), wrong.column(), wrong.reason())));
    }
  }

  /** The Upstart that the jobs are for. */
  public Target target() {
    return target;
  }

  /** The jobs that may stand in for those that a folder lacks. */
  public Map<String, JobFile> standIns() {
    return scenario.over(Scenario.boot(target)).jobs();
  }

  /** The simulation of a folder; says which of its files cannot be read. */
  Simulation of(String folder) throws IOException {
    JobFolder contents = JobDirectory.of(Inputs.path(folder), target.version()).read();
    contents
        .unreadable()
        .forEach(
            (path, problem) -> {
              isIncomplete = true;
              call.console().complain(Visible.text(folder + "/" + path + ": " + problem));
            });
    Simulation simulation = Simulation.of(contents, target).with(scenario);
    Optional<Duration> limit = call.value(LIMIT).map(Simulated::time);
    return limit.isEmpty() ? simulation : simulation.withLongest(limit.get());
  }

  private static Duration time(String text) {
    return Durations.parse(text)
        .filter(time -> time.compareTo(Duration.ofDays(100)) <= 0)
        .orElseThrow(
            () ->
                new Misuse(
                    "--limit takes a time of at most 100 days, such as 30s or 5m, not \""
                        + text
                        + "\""));
  }

  /** Whether a file could not be read. */
  public boolean isIncomplete() {
    return isIncomplete;
  }
}
