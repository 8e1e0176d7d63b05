package org.upstart4j.it.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.upstart4j.Signal;
import org.upstart4j.embedded.ManualClock;
import org.upstart4j.embedded.ProcessScript;
import org.upstart4j.embedded.ScriptedProcesses;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.version.UpstartVersion;

/**
 * The programs of a recording that only let time pass and end, so that nothing depends on the speed
 * of the machine.
 *
 * @param jobs whose programs they are
 */
record PretendedPrograms(List<JobDefinition> jobs) {

  private static final Pattern KNOWN =
      Pattern.compile(
          "(?<status>true|false)|sleep (?<time>[\\d.]+)|sh -c '(sleep (?<before>[\\d.]+); )?"
              + "(exit (?<exit>\\d+)|kill -(?<kill>\\d+) \\$\\$)'");

  /** Longer than any recording. */
  private static final Duration FOR_EVER = Duration.ofSeconds(1000);

  /** Returns the programs if all of a recording are known, and nothing else concerns them. */
  static Optional<PretendedPrograms> of(Scenario scenario) {
    List<JobDefinition> jobs =
        scenario.files().values().stream().flatMap(file -> job(file).stream()).toList();
    return scenario.steps().stream().noneMatch(PretendedPrograms::isAboutPrograms)
            && jobs.stream().allMatch(job -> job.chdir().isEmpty())
            && jobs.stream().flatMap(PretendedPrograms::texts).allMatch(KNOWN.asMatchPredicate())
        ? Optional.of(new PretendedPrograms(jobs))
        : Optional.empty();
  }

  private static boolean isAboutPrograms(Step step) {
    return step.verb() == Step.Verb.KILL || step.verb() == Step.Verb.WRITE;
  }

  private static Optional<JobDefinition> job(String file) {
    return JobDefinition.verdict("job", JobFile.parse(file), UpstartVersion.NEWEST).registered();
  }

  private static Stream<String> texts(JobDefinition job) {
    return job.processes().values().stream().map(command -> String.valueOf(command.text()).strip());
  }

  /** Returns whether it matters how long they take. */
  boolean takeTime() {
    return jobs.stream().anyMatch(job -> job.respawn() || texts(job).anyMatch(this::takesTime));
  }

  private boolean takesTime(String text) {
    Duration time = time(known(text));
    return !time.isZero() && time.compareTo(FOR_EVER) < 0;
  }

  /** Makes the processes. */
  ScriptedProcesses processes(ManualClock clock) {
    ScriptedProcesses processes = new ScriptedProcesses(clock);
    jobs.stream()
        .flatMap(PretendedPrograms::texts)
        .distinct()
        .forEach(text -> script(processes.when(text), known(text)));
    return processes;
  }

  private static void script(ProcessScript script, Matcher known) {
    Duration time = time(known);
    if (time.compareTo(FOR_EVER) >= 0) {
      script.neverEnds();
    } else if (known.group("kill") != null) {
      script.after(time).isKilledBy(new Signal(Integer.parseInt(known.group("kill"))));
    } else {
      script.after(time).exitsWith(status(known));
    }
  }

  private static Matcher known(String text) {
    Matcher known = KNOWN.matcher(text);
    if (!known.matches()) {
      throw new IllegalArgumentException("Nobody knows what this does: " + text);
    }
    return known;
  }

  private static int status(Matcher known) {
    String exit = known.group("exit");
    return exit != null ? Integer.parseInt(exit) : "false".equals(known.group("status")) ? 1 : 0;
  }

  private static Duration time(Matcher known) {
    String seconds = known.group("time") != null ? known.group("time") : known.group("before");
    return Duration.ofMillis(seconds == null ? 0 : Math.round(Double.parseDouble(seconds) * 1000));
  }
}
