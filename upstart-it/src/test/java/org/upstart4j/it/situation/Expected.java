package org.upstart4j.it.situation;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is to be said.
 *
 * @param words the kinds of reasons, all of them and in order; but those count that {@code
 *     otherWords} has for a ground
 * @param otherWords the kinds of reasons where less is known than there is to know, by what is
 *     lacking
 * @param parts what must occur in a sentence or in evidence
 * @param never what must occur nowhere
 */
record Expected(
    List<String> words,
    Map<String, List<String>> otherWords,
    List<String> parts,
    List<String> never) {

  private static final String WITHOUT = "without_";

  static Expected of(JsonObject json) {
    Map<String, List<String>> other = new HashMap<>();
    for (String key : json.keySet()) {
      if (key.startsWith(WITHOUT)) {
        other.put(key.substring(WITHOUT.length()), Situation.texts(json.get(key)));
      }
    }
    return new Expected(list(json, "words"), other, list(json, "parts"), list(json, "never"));
  }

  private static List<String> list(JsonObject json, String key) {
    return json.has(key) ? Situation.texts(json.get(key)) : List.of();
  }

  /**
   * Compares an answer.
   *
   * @param told the answer
   * @param lacking what is not known there, for example {@code messages}
   * @return what is wrong
   */
  List<String> wrong(Told told, List<String> lacking) {
    List<String> wrong = new ArrayList<>();
    List<String> wanted = words(lacking);
    if (!told.known().equals(wanted)) {
      wrong.add("words " + told.words() + " instead of " + wanted);
    }
    boolean isAll = wanted.equals(words);
    for (String part : isAll ? parts : List.<String>of()) {
      if (told.all().stream().noneMatch(line -> line.contains(part))) {
        wrong.add("nothing with: " + part);
      }
    }
    return withNever(told, wrong);
  }

  private List<String> words(List<String> lacking) {
    return lacking.stream()
        .filter(otherWords::containsKey)
        .map(otherWords::get)
        .findFirst()
        .orElse(words);
  }

  /** Returns what is wrong with an answer from which all may be missing that is not known. */
  List<String> claims(Told told) {
    List<String> wrong = new ArrayList<>();
    for (String word : told.known()) {
      if (!words.contains(word) && otherWords.values().stream().noneMatch(l -> l.contains(word))) {
        wrong.add("the claim " + word + ", which is not in " + words);
      }
    }
    return withNever(told, wrong);
  }

  private List<String> withNever(Told told, List<String> wrong) {
    for (String part : never) {
      told.all().stream()
          .filter(line -> line.contains(part))
          .forEach(line -> wrong.add("\"" + part + "\" in: " + line));
    }
    if (!wrong.isEmpty()) {
      wrong.addAll(told.lines());
    }
    return wrong;
  }
}
