package org.upstart4j.it.situation;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Something that brings a situation about.
 *
 * @param verb what is done
 * @param words with what
 * @param waits whether whoever does it waits for what it sets off
 * @param isLeftWaiting whether he still waits when the next thing is done
 * @param fails whether he is told of a failure
 */
record Act(Verb verb, List<String> words, boolean waits, boolean isLeftWaiting, boolean fails) {

  /** What is done. */
  enum Verb {
    EMIT,
    START,
    STOP,
    RESTART,
    /** A job, its instance, a process and a signal. */
    KILL,
    /** A file and its text. */
    WRITE,
    REMOVE,
    /** Waits until an instance stands as its two words say. */
    UNTIL,
    /** Waits until the main process of a job is none. */
    UNTIL_GONE,
    /** Waits until a process of a job is stopped by a signal. */
    UNTIL_PAUSED,
    /** Waits until a process of a job runs a program whose command line has a word. */
    UNTIL_RUNS,
    /** Waits until a job has printed a text. */
    UNTIL_PRINTED,
    /** Lets seconds pass. */
    WAIT;

    private String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Act of(JsonObject json) {
    Verb verb =
        Arrays.stream(Verb.values())
            .filter(known -> json.has(known.text()))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("A step without a verb: " + json));
    return new Act(
        verb,
        words(json.get(verb.text())),
        !isTrue(json, "no_wait"),
        isTrue(json, "background"),
        isTrue(json, "fails"));
  }

  private static List<String> words(JsonElement json) {
    return json.isJsonArray()
        ? json.getAsJsonArray().asList().stream().map(Situation::text).toList()
        : List.of(json.getAsString());
  }

  private static boolean isTrue(JsonObject json, String flag) {
    return json.has(flag) && json.get(flag).getAsBoolean();
  }

  /** Returns a word; empty if there are not so many. */
  String word(int place) {
    return place < words.size() ? words.get(place) : "";
  }

  @Override
  public String toString() {
    return verb.text() + " " + words;
  }
}
