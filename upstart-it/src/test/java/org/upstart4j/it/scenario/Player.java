package org.upstart4j.it.scenario;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.upstart4j.Subscription;

/** Replays on any Upstart what was recorded on a real one, and compares. */
final class Player {

  /** So long that only a fault takes longer, on any machine. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Duration LONGEST_NOISE = Duration.ofSeconds(15);
  private static final Duration MOMENT = Duration.ofMillis(5);

  /** How many moments: so many that only a fault takes more, on any machine. */
  private static final int MOMENTS = 12_000;

  private static final Duration AFTER_ALL = Duration.ofMillis(350);

  /** Makes an Upstart to play on. */
  @FunctionalInterface
  interface Opener {
    Stage open(Path folder, Scenario scenario);
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
   * @return the differences from the recording
   */
  static List<Difference> play(Scenario scenario, Opener opener) {
    try (JobFolder folder = new JobFolder()) {
      return play(scenario, folder, () -> opener.open(folder.path(), scenario));
    }
  }

  /**
   * Plays a recording with job files in a folder.
   *
   * @param scenario the recording
   * @param folder empty; stays open
   * @param opener makes the Upstart when the first files are there
   * @return the differences from the recording
   */
  static List<Difference> play(Scenario scenario, Folder folder, Supplier<Stage> opener) {
    SignalLog log = new SignalLog();
    scenario.files().forEach(folder::write);
    try (Stage stage = opener.get();
        Subscription subscription = stage.hear(log)) {
      return new Player(scenario, folder, stage, log).play();
    }
  }

  private List<Difference> play() {
    stage.settle();
    log.take();
    scenario.steps().forEach(this::play);
    stage.pass(AFTER_ALL);
    stage.settle();
    compare("the signals after the last step", List.of(), log.take(), false);
    compareList(initctl.run(List.of("list"), PATIENCE));
    return differences;
  }

  private void play(Step step) {
    Result result = act(step);
    log.untilQuiet(stage.quiet(step), LONGEST_NOISE);
    stage.settle();
    List<String> signals = log.take();
    if (isCompared(step) && !step.resultVaries()) {
      compareResult(step, result);
    }
    if (!step.signalsVary()) {
      compareSignals(step, signals);
    }
  }

  /**
   * Does a step, and lets time pass until everything that was recorded has happened. While a
   * command is on its way, only the machine's own time passes; one that waits has come once
   * something is heard.
   */
  private Result act(Step step) {
    CompletableFuture<Result> result = begin(step);
    for (int i = 0; i < MOMENTS && !(result.isDone() && hasHeardAll(step)); i++) {
      boolean hasCome = result.isDone() || (step.waits() && log.hasHeard());
      if (hasHeardAll(step) || !hasCome) {
        Stage.sleep(MOMENT);
      } else {
        stage.pass(MOMENT);
      }
    }
    try {
      return result.join();
    } catch (CompletionException failure) {
      throw new AssertionError(scenario + ", " + step + ": " + failure.getCause(), failure);
    }
  }

  private CompletableFuture<Result> begin(Step step) {
    return step.verb().isCommand()
        ? CompletableFuture.supplyAsync(() -> perform(step), Player::start)
        : CompletableFuture.completedFuture(perform(step));
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "player");
    thread.setDaemon(true);
    thread.start();
  }

  /** After the first difference, this waits for nothing any more. */
  private boolean hasHeardAll(Step step) {
    List<String> wanted = stage.comparable(step.signals());
    List<String> heard = stage.comparable(log.heard());
    return !differences.isEmpty()
        || (step.signalsVary() && !wanted.isEmpty()
            ? heard.contains(wanted.get(wanted.size() - 1))
            : heard.size() >= wanted.size());
  }

  /** Returns whether the result of a step is the same at each run. */
  static boolean isCompared(Step step) {
    return step.commandLine().map(Initctl::repeats).orElse(true);
  }

  private Result perform(Step step) {
    if (!isCompared(step)) {
      return Result.NOTHING;
    }
    List<String> arguments = step.arguments();
    switch (step.verb()) {
      case KILL -> {
        return kill(arguments);
      }
      case WRITE -> {
        folder.write(arguments.get(0), arguments.get(1));
        folder.awaitReadBy(stage.upstart());
      }
      case REMOVE -> {
        folder.remove(arguments.get(0));
        folder.awaitReadBy(stage.upstart());
      }
      case WAIT -> {
        stage.pass(seconds(arguments.get(0)));
        stage.awaitTraps();
      }
      default -> {
        return initctl.run(step.commandLine().orElseThrow(), timeout(step), step.result());
      }
    }
    return Result.NOTHING;
  }

  private Result kill(List<String> arguments) {
    List<String> command = new ArrayList<>(List.of("status", arguments.get(0)));
    if (!arguments.get(1).isEmpty()) {
      command.add(arguments.get(1));
    }
    String status = initctl.run(command, PATIENCE).stdout();
    String process = arguments.get(2).equals("main") ? "," : arguments.get(2);
    Matcher matcher = Pattern.compile(process + " process (\\d+)").matcher(status);
    if (!matcher.find()) {
      return Result.noSuchProcess(status);
    }
    stage.kill(arguments.get(3), matcher.group(1));
    return Result.NOTHING;
  }

  /** Waits for processes that will end, however slow the machine is. */
  private static Duration timeout(Step step) {
    return step.result().equals(Result.STILL_WAITING) ? step.timeout() : PATIENCE;
  }

  private static Duration seconds(String text) {
    return Duration.ofMillis(Math.round(Double.parseDouble(text) * 1000));
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
