package org.upstart4j.it.scenario;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A step of a recording, and what came of it.
 *
 * @param number its place, from 0
 * @param verb what was done
 * @param arguments with what
 * @param waits whether the command waited for what it set off
 * @param timeout how long the command was waited for
 * @param quiet how long no signal came before the step was over
 * @param result what the command answered
 * @param resultVaries whether it may as well answer something else
 * @param signals all signals, each as JSON
 * @param orderVaries whether they may come in another order
 * @param signalsVary whether there may as well be others
 */
record Step(
    int number,
    Verb verb,
    List<String> arguments,
    boolean waits,
    Duration timeout,
    Duration quiet,
    Result result,
    boolean resultVaries,
    List<String> signals,
    boolean orderVaries,
    boolean signalsVary) {

  static final Gson JSON = new GsonBuilder().disableHtmlEscaping().create();

  private static final double USUAL_QUIET = 0.35;
  private static final Duration SHORTEST_QUIET = Duration.ofMillis(300);

  /** What a step does. */
  enum Verb {
    EMIT,
    START,
    STOP,
    RESTART,
    RELOAD,
    STATUS,
    LIST,
    INITCTL,
    KILL,
    WRITE,
    REMOVE,
    WAIT;

    private static final Set<Verb> STEPS_ON_THE_MACHINE = EnumSet.of(KILL, WRITE, REMOVE, WAIT);

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Returns whether initctl does it. */
    boolean isCommand() {
      return !STEPS_ON_THE_MACHINE.contains(this);
    }
  }

  static Step of(int number, JsonObject json) {
    Verb verb =
        Arrays.stream(Verb.values())
            .filter(known -> json.has(known.text()))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("A step without a verb: " + json));
    return new Step(
        number,
        verb,
        arguments(json.get(verb.text())),
        !isTrue(json, "no_wait"),
        seconds(json, "timeout", 12),
        longer(seconds(json, "quiet", USUAL_QUIET), SHORTEST_QUIET),
        Result.of(json.getAsJsonObject("result")),
        isTrue(json, "result_varies"),
        json.getAsJsonArray("signals").asList().stream().map(JSON::toJson).toList(),
        isTrue(json, "order_varies"),
        isTrue(json, "signals_vary"));
  }

  private static List<String> arguments(JsonElement json) {
    return json.isJsonArray() ? Scenario.texts(json) : List.of(json.getAsString());
  }

  private static boolean isTrue(JsonObject json, String flag) {
    return json.has(flag) && json.get(flag).getAsBoolean();
  }

  private static Duration seconds(JsonObject json, String name, double otherwise) {
    double seconds = json.has(name) ? json.get(name).getAsDouble() : otherwise;
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? other : one;
  }

  /** Returns whether the recorder waited for a longer quiet than usual. */
  boolean wantsQuiet() {
    return quiet.toMillis() > USUAL_QUIET * 1000;
  }

  /** Returns the arguments of initctl, if it was called. */
  Optional<List<String>> commandLine() {
    if (!verb.isCommand()) {
      return Optional.empty();
    }
    List<String> words = new ArrayList<>();
    if (verb != Verb.INITCTL) {
      words.add(verb.text());
    }
    if (!waits) {
      words.add("--no-wait");
    }
    words.addAll(arguments);
    return Optional.of(words);
  }

  /** Returns whether the lines of the answer may come in another order. */
  boolean linesVary() {
    return verb == Verb.LIST
        || (verb == Verb.INITCTL
            && result.stdout().indexOf('\n') < result.stdout().lastIndexOf('\n'));
  }

  /** Returns whether the signals may come in another order. */
  boolean signalOrderVaries() {
    return orderVaries || verb == Verb.INITCTL;
  }

  @Override
  public String toString() {
    return "step " + number + ", " + verb.text() + " " + arguments + (waits ? "" : " --no-wait");
  }
}
