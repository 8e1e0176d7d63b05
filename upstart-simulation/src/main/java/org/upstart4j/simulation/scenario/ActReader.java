package org.upstart4j.simulation.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.upstart4j.ExitStatus;
import org.upstart4j.Signal;
import org.upstart4j.simulation.internal.yaml.YamlNode;

/** Reads what a program does. */
final class ActReader {

  private static final List<String> ENDS =
      List.of("exits-with", "killed-by", "never-ends", "cannot-run");

  /** The keys that say what a program does. */
  static final List<String> KEYS =
      List.of(
          "forks",
          "stops-itself",
          "ignores",
          "emits",
          "runs",
          "ends-after",
          "exits-with",
          "killed-by",
          "never-ends",
          "cannot-run",
          "then");

  private ActReader() {}

  /** Reads all acts: that of these keys, and those that follow it. */
  static List<ProgramAct> acts(KeyReader keys) {
    List<ProgramAct> acts = new ArrayList<>();
    for (Optional<KeyReader> next = Optional.of(keys); next.isPresent(); ) {
      acts.add(act(next.get()));
      next = next.get().get("then", (node, key) -> new KeyReader(node, "then", KEYS));
    }
    return acts;
  }

  private static ProgramAct act(KeyReader keys) {
    Optional<Integer> forks = keys.get("forks", (node, key) -> ValueReader.number(node, key, 2));
    return new ProgramAct(
        forks.map(OptionalInt::of).orElseGet(OptionalInt::empty),
        keys.get("stops-itself", ValueReader::flag),
        keys.get("ends-after", ValueReader::time),
        end(keys),
        keys.get("ignores").map(ActReader::signals).orElse(List.of()),
        steps(keys));
  }

  private static List<Signal> signals(YamlNode node) {
    return ValueReader.items(node, "ignores").stream()
        .map(item -> ValueReader.signal(item, "ignores"))
        .toList();
  }

  private static ProgramEnd end(KeyReader keys) {
    List<String> ends = keys.among(ENDS);
    if (ends.size() > 1) {
      throw ValueReader.fault(
          keys.get(ends.get(1)).orElseThrow(),
          "a program ends in one way, and this says two: " + String.join(" and ", ends));
    }
    boolean never = keys.get("never-ends", ValueReader::flag).orElse(false);
    if (never && keys.get("ends-after").isPresent()) {
      throw ValueReader.fault(
          keys.get("never-ends").orElseThrow(), "a program that never ends has no ends-after");
    }
    if (never) {
      return new ProgramEnd.Never();
    }
    return keys.get("exits-with", (node, key) -> ValueReader.number(node, key, 255))
        .<ProgramEnd>map(code -> new ProgramEnd.Ends(ExitStatus.of(code)))
        .or(
            () ->
                keys.get("killed-by", ValueReader::signal)
                    .map(signal -> new ProgramEnd.Ends(ExitStatus.of(signal))))
        .or(() -> keys.get("cannot-run", ValueReader::text).map(ProgramEnd.CannotRun::new))
        .orElseGet(
            () ->
                keys.get("ends-after").isPresent()
                    ? new ProgramEnd.Ends(ExitStatus.SUCCESS)
                    : new ProgramEnd.ByDefault());
  }

  /** What is emitted and what is run, by time; what is emitted comes first at the same time. */
  private static List<ProgramStep> steps(KeyReader keys) {
    List<ProgramStep> steps = new ArrayList<>();
    keys.get("emits")
        .ifPresent(node -> ValueReader.items(node, "emits").forEach(item -> steps.add(emit(item))));
    keys.get("runs")
        .ifPresent(node -> ValueReader.items(node, "runs").forEach(item -> steps.add(run(item))));
    steps.sort(Comparator.comparing(ProgramStep::after));
    return steps;
  }

  private static ProgramStep emit(YamlNode item) {
    if (item instanceof YamlNode.Text) {
      return emit(CommandText.eventWords(item, "emits"), Duration.ZERO, true);
    }
    KeyReader keys = new KeyReader(item, "an event", List.of("event", "after", "waits"));
    List<String> words =
        keys.get("event", CommandText::eventWords)
            .orElseThrow(() -> ValueReader.fault(keys.place(), "an event needs the key event"));
    return emit(
        words,
        keys.get("after", ValueReader::time).orElse(Duration.ZERO),
        keys.get("waits", ValueReader::flag).orElse(true));
  }

  private static ProgramStep emit(List<String> event, Duration after, boolean waits) {
    List<String> words = new ArrayList<>(List.of("initctl", "emit"));
    if (!waits) {
      words.add("--no-wait");
    }
    words.add("--");
    words.addAll(event);
    return new ProgramStep(after, words);
  }

  private static ProgramStep run(YamlNode item) {
    if (item instanceof YamlNode.Text) {
      return new ProgramStep(Duration.ZERO, CommandText.command(item, "runs"));
    }
    KeyReader keys = new KeyReader(item, "a command", List.of("command", "after"));
    return new ProgramStep(
        keys.get("after", ValueReader::time).orElse(Duration.ZERO),
        keys.get("command", CommandText::command)
            .orElseThrow(() -> ValueReader.fault(keys.place(), "a command needs the key command")));
  }
}
