package org.upstart4j.it.situation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.upstart4j.JobStatus;
import org.upstart4j.analysis.reason.Answer;
import org.upstart4j.analysis.reason.Effect;
import org.upstart4j.analysis.reason.Evidence;
import org.upstart4j.analysis.reason.Reason;

/**
 * An answer as lines.
 *
 * @param words the kinds of reasons: {@code web: waits-for-event}, and below it {@code >
 *     held-by-job}
 * @param sentences what is said
 * @param evidence what shows it
 */
record Told(List<String> words, List<String> sentences, List<String> evidence) {

  private static final String NOT_KNOWN = "not-known";

  static final Told UNKNOWN = new Told(List.of(NOT_KNOWN), List.of(), List.of());

  static Told answers(List<Answer> answers) {
    Told told = empty();
    for (Answer answer : answers) {
      String label =
          answer.status().map(known -> label(answer, known.instance())).orElse(answer.job());
      answer.reasons().forEach(reason -> told.add(label + ": ", reason, 0));
    }
    return told;
  }

  private static String label(Answer answer, String instance) {
    return JobStatus.label(answer.job(), instance);
  }

  static Told effects(List<Effect> effects) {
    Told told = empty();
    for (Effect effect : effects) {
      told.words.add(of(effect));
      told.sentences.add(effect.text());
      effect.evidence().forEach(told::add);
    }
    return told;
  }

  private static String of(Effect effect) {
    if (effect instanceof Effect.Starts starts) {
      return JobStatus.label(starts.job(), starts.instance()) + ": " + effect.word();
    } else if (effect instanceof Effect.Stops stops) {
      return JobStatus.label(stops.job(), stops.instance()) + ": " + effect.word();
    } else if (effect instanceof Effect.Stays stays) {
      String label = JobStatus.label(stays.job(), stays.instance().orElse(""));
      return label + ": " + effect.word() + " " + stays.obstacle().word();
    }
    return effect.job() + ": " + NOT_KNOWN;
  }

  private static Told empty() {
    return new Told(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  }

  private void add(String before, Reason reason, int depth) {
    words.add(before + reason.word());
    sentences.add(reason.text());
    reason.evidence().forEach(this::add);
    reason.because().forEach(next -> add(">".repeat(depth + 1) + " ", next, depth + 1));
  }

  private void add(Evidence shown) {
    evidence.add(shown.word() + " " + shown.text());
  }

  /** Returns the words without those that say what could not be looked at. */
  List<String> known() {
    return words.stream().filter(word -> !word.endsWith(NOT_KNOWN)).toList();
  }

  /** Returns all that is said and shown. */
  List<String> all() {
    return Stream.concat(sentences.stream(), evidence.stream()).toList();
  }

  /** Returns lines that {@link #read} understands. */
  List<String> lines() {
    return Stream.of(
            words.stream().map("W "::concat),
            sentences.stream().map("S "::concat),
            evidence.stream().map("E "::concat))
        .flatMap(part -> part)
        .map(line -> line.replace('\n', ' '))
        .toList();
  }

  static Told read(List<String> lines) {
    return new Told(those(lines, "W "), those(lines, "S "), those(lines, "E "));
  }

  private static List<String> those(List<String> lines, String mark) {
    return lines.stream()
        .filter(line -> line.startsWith(mark))
        .map(line -> line.substring(mark.length()))
        .toList();
  }
}
