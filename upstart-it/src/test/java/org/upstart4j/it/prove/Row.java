package org.upstart4j.it.prove;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.upstart4j.Environment;
import org.upstart4j.ProcessType;
import org.upstart4j.Signal;
import org.upstart4j.cli.prove.machine.JobState;
import org.upstart4j.cli.prove.probe.Behaviour;
import org.upstart4j.cli.prove.probe.Behaviours;
import org.upstart4j.cli.prove.probe.Probe;
import org.upstart4j.cli.prove.probe.Stage;
import org.upstart4j.cli.prove.scenario.ProofScenario;
import org.upstart4j.cli.prove.scenario.Step;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.systemd.SystemdConversion;
import org.upstart4j.systemd.unit.UnitFile;

/**
 * A job, what its processes do and what is done with it. In the job's text {@code @main}, {@code
 * @pre-start} and so on stand for the programs of its processes, and {@code @stage} for the folder
 * in which they are.
 *
 * @param files the texts of the job's files, by their paths
 * @param behaviours what the processes do
 * @param missing the processes whose program is not there
 * @param steps what is done
 * @param variables what chooses the instance that is looked at in the end
 * @param options changes the conversion
 * @param breaks changes the unit
 */
record Row(
    Map<String, String> files,
    Map<Probe, Behaviour> behaviours,
    Set<Probe> missing,
    List<Step> steps,
    Environment variables,
    UnaryOperator<SystemdConversion> options,
    UnaryOperator<UnitFile> breaks) {

  static final String JOB = "web";

  private static final Duration TAKES = Behaviours.TAKES;
  private static final Pattern PROGRAM =
      Pattern.compile("@(main|pre-start|post-start|pre-stop|post-stop)\\b");

  private static final Pattern CALL = Pattern.compile("(?m)^  .*\\bstop\\b(?! on)");

  /** A job whose main process runs until it is ended, and whose other processes end well. */
  static Row of(String text) {
    Map<Probe, Behaviour> behaviours = new LinkedHashMap<>();
    for (ProcessType process : ProcessType.values()) {
      behaviours.put(new Probe(JOB, process), process == ProcessType.MAIN ? runs() : ends(0));
    }
    return new Row(
        Map.of(JOB + ".conf", text),
        behaviours,
        Set.of(),
        List.of(),
        Environment.EMPTY,
        UnaryOperator.identity(),
        UnaryOperator.identity());
  }

  /** The job with an override file. */
  Row overriddenBy(String text) {
    Map<String, String> more = new TreeMap<>(files);
    more.put(JOB + ".override", text);
    return new Row(more, behaviours, missing, steps, variables, options, breaks);
  }

  Row where(ProcessType process, Behaviour behaviour) {
    Map<Probe, Behaviour> other = new LinkedHashMap<>(behaviours);
    other.put(new Probe(JOB, process), behaviour);
    return new Row(files, other, missing, steps, variables, options, breaks);
  }

  Row without(ProcessType process) {
    Set<Probe> more = new LinkedHashSet<>(missing);
    more.add(new Probe(JOB, process));
    return new Row(files, behaviours, more, steps, variables, options, breaks);
  }

  Row steps(Step... all) {
    return new Row(files, behaviours, missing, List.of(all), variables, options, breaks);
  }

  /** The row with one instance of the job: variables choose it whenever something is done. */
  Row instance(Environment chosen) {
    List<Step> other = steps.stream().map(step -> chosen(step, chosen)).toList();
    return new Row(files, behaviours, missing, other, chosen, options, breaks);
  }

  private static Step chosen(Step step, Environment variables) {
    return step instanceof Step.Command command
        ? new Step.Command(command.kind(), command.job(), variables)
        : step;
  }

  Row converted(UnaryOperator<SystemdConversion> how) {
    return new Row(files, behaviours, missing, steps, variables, how, breaks);
  }

  /** The row with another unit than the conversion makes. */
  Row broken(UnaryOperator<UnitFile> how) {
    return new Row(files, behaviours, missing, steps, variables, options, how);
  }

  /** Plays it; skips the test where no systemd can run. */
  Played play() {
    return Machines.play(this);
  }

  /** Whether the job's processes call initctl or one of its other names. */
  boolean callsUpstart() {
    return files.values().stream().anyMatch(text -> CALL.matcher(text).find());
  }

  ProofScenario scenario() {
    return new ProofScenario(JOB, behaviours, missing, steps, Map.of(JOB, variables));
  }

  JobFolder folder(Stage stage) {
    Map<String, JobFile> parsed = new TreeMap<>();
    files.forEach((path, text) -> parsed.put(path, JobFile.parse(onStage(text, stage))));
    return JobFolder.of(parsed);
  }

  private static String onStage(String text, Stage stage) {
    String programs =
        PROGRAM
            .matcher(text)
            .replaceAll(found -> stage.program(new Probe(JOB, type(found.group(1)))).toString());
    return programs.replace("@stage", stage.path().toString());
  }

  private static ProcessType type(String text) {
    List<ProcessType> all = new ArrayList<>(List.of(ProcessType.values()));
    all.removeIf(process -> !process.text().equals(text));
    return all.get(0);
  }

  /** A process that runs until a signal ends it. */
  static Behaviour runs() {
    return Behaviour.begin().record().lingers(TAKES).runs();
  }

  /** A process that takes its time, and ends with a status. */
  static Behaviour ends(int status) {
    return Behaviours.ends(status);
  }

  /** A process that ends soon; it has no time to tell who it is. */
  static Behaviour crashes(int status) {
    return Behaviour.begin().waits(TAKES).exits(status);
  }

  static Step start() {
    return command(Step.Command.Kind.START);
  }

  /** Starts the job, and does not wait for it. */
  static Step begin() {
    return new Step.Begin(JOB, Environment.EMPTY);
  }

  /** Starts what starts with the machine. */
  static Step boot() {
    return new Step.Boot();
  }

  static Step stop() {
    return command(Step.Command.Kind.STOP);
  }

  static Step restart() {
    return command(Step.Command.Kind.RESTART);
  }

  static Step reload() {
    return command(Step.Command.Kind.RELOAD);
  }

  private static Step command(Step.Command.Kind kind) {
    return new Step.Command(kind, JOB, Environment.EMPTY);
  }

  /** Waits until a process has told who it is. */
  static Step runs(ProcessType process, int times) {
    return new Step.AwaitProcess(new Probe(JOB, process), times);
  }

  static Step mainRuns() {
    return runs(ProcessType.MAIN, 1);
  }

  static Step mainRuns(int times) {
    return runs(ProcessType.MAIN, times);
  }

  static Step sends(String signal) {
    return new Step.Kill(Probe.main(JOB), Signal.of(signal));
  }

  /** Waits until the job does not run. */
  static Step waits() {
    return new Step.AwaitState(JOB, Environment.EMPTY, JobState.WAITING);
  }

  /** Waits until the job runs. */
  static Step isUp() {
    return new Step.AwaitState(JOB, Environment.EMPTY, JobState.RUNNING);
  }

  static Step changes(ProcessType process, Behaviour behaviour) {
    return new Step.Behave(new Probe(JOB, process), behaviour);
  }

  static Step pause(int milliseconds) {
    return new Step.Pause(Duration.ofMillis(milliseconds));
  }
}
