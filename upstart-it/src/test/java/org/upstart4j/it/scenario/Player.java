package org.upstart4j.it.scenario;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.upstart4j.Subscription;

/** Does again, on any Upstart, what was recorded of a real one, and compares. */
final class Player {

  private static final Duration LONGEST_NOISE = Duration.ofSeconds(15);

  /** Makes an Upstart to play on. */
  @FunctionalInterface
  interface Opener {
    Stage open(Path folder, boolean userSession);
  }

  private final Scenario scenario;
  private final Folder folder;
  private final Stage stage;
  private final Initctl initctl;
  private final SignalLog log;
  private final List<Difference> differences = new ArrayList<>();

  private Player(Scenario scenario, Folder folder, Stage stage, SignalLog log) {
    this.scenario = scenario;
    this.folder = folder;
    this.stage = stage;
    this.initctl = new Initctl(stage.address());
    this.log = log;
  }

  /**
   * Plays a recording.
   *
   * @param scenario the recording
   * @param opener makes the Upstart
   * @return what came out otherwise than recorded
   */
  static List<Difference> play(Scenario scenario, Opener opener) {
    try (JobFolder folder = new JobFolder()) {
      return play(scenario, folder, () -> opener.open(folder.path(), scenario.userSession()));
    }
  }

  /**
   * Plays a recording with job files in a folder.
   *
   * @param scenario the recording
   * @param folder empty; stays open
   * @param opener makes the Upstart when the first files are there
   * @return what came out otherwise than recorded
   */
  static List<Difference> play(Scenario scenario, Folder folder, Supplier<Stage> opener) {
    SignalLog log = new SignalLog();
    scenario.files().forEach(folder::write);
    try (Stage stage = opener.get();
        Subscription subscription = stage.upstart().subscribe(log)) {
      return new Player(scenario, folder, stage, log).play();
    }
  }

  private List<Difference> play() {
    log.untilQuiet(Duration.ZERO, Duration.ZERO);
    scenario.steps().forEach(this::play);
    compareList(initctl.run(List.of("list"), LONGEST_NOISE));
    return differences;
  }

  private void play(Step step) {
    Result result;
    try {
      result = act(step);
    } catch (RuntimeException | Error failure) {
      throw new AssertionError(scenario + ", " + step + ": " + failure, failure);
    }
    List<String> signals = log.untilQuiet(step.quiet(), LONGEST_NOISE);
    if (isCompared(step) && !step.resultVaries()) {
      compareResult(step, result);
    }
    if (!step.signalsVary()) {
      compareSignals(step, signals);
    }
  }

  /** Says whether the result of a step is the same at each run. */
  static boolean isCompared(Step step) {
    return step.commandLine().map(Initctl::repeats).orElse(true);
  }

  private Result act(Step step) {
    if (!isCompared(step)) {
      return Result.NOTHING;
    }
    List<String> arguments = step.arguments();
    switch (step.verb()) {
      case KILL -> {
        return kill(arguments);
      }
      case WRITE -> folder.write(arguments.get(0), arguments.get(1));
      case REMOVE -> folder.remove(arguments.get(0));
      case WAIT -> sleep(Double.parseDouble(arguments.get(0)));
      default -> {
        return initctl.run(step.commandLine().orElseThrow(), step.timeout());
      }
    }
    return Result.NOTHING;
  }

  private Result kill(List<String> arguments) {
    List<String> command = new ArrayList<>(List.of("status", arguments.get(0)));
    if (!arguments.get(1).isEmpty()) {
      command.add(arguments.get(1));
    }
    String status = initctl.run(command, LONGEST_NOISE).stdout();
    String process = arguments.get(2).equals("main") ? "," : arguments.get(2);
    Matcher matcher = Pattern.compile(process + " process (\\d+)").matcher(status);
    if (!matcher.find()) {
      return Result.noSuchProcess(status);
    }
    stage.kill(arguments.get(3), matcher.group(1));
    return Result.NOTHING;
  }

  private static void sleep(double seconds) {
    try {
      Thread.sleep(Math.round(seconds * 1000));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while playing", interrupted);
    }
  }

  private void compareResult(Step step, Result got) {
    compare(step + ": the result", step.result().lines(), got.lines(), step.linesVary());
  }

  private void compareSignals(Step step, List<String> got) {
    compare(step + ": the signals", step.signals(), got, step.signalOrderVaries());
  }

  private void compareList(Result got) {
    String text = scenario.finalList().stream().map(line -> line + "\n").collect(joining());
    compare("the list at the end", Result.exit(0, text, "").lines(), got.lines(), true);
  }

  private void compare(String what, List<String> wanted, List<String> got, boolean orderVaries) {
    List<String> one = compared(wanted, orderVaries);
    List<String> other = compared(got, orderVaries);
    if (!one.equals(other)) {
      differences.add(new Difference(scenario + ", " + what, one, other));
    }
  }

  private List<String> compared(List<String> lines, boolean orderVaries) {
    List<String> compared = stage.comparable(lines);
    return orderVaries ? compared.stream().sorted().toList() : compared;
  }
}
