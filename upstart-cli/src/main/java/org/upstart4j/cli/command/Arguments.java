package org.upstart4j.cli.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was given to a command.
 *
 * @param options the options, with their arguments; empty texts for those without. Of several
 *     values of an option the last one counts, and stands where it was given
 * @param occurrences every option that was given, in this order
 * @param words the other arguments
 */
public record Arguments(
    Map<Option, String> options, List<Occurrence> occurrences, List<String> words) {

  /** Nothing. */
  public static final Arguments NONE = new Arguments(Map.of(), List.of(), List.of());

  /** An option as it was given once. */
  public record Occurrence(Option option, String value) {}

  /** The one of these options that was given last, or nothing. */
  public Optional<Option> last(List<Option> some) {
    Optional<Option> last = Optional.empty();
    for (Option option : options.keySet()) {
      last = some.contains(option) ? Optional.of(option) : last;
    }
    return last;
  }

  public boolean has(Option option) {
    return options.containsKey(option);
  }

  public Optional<String> value(Option option) {
    return Optional.ofNullable(options.get(option));
  }

  /** All values of an option that may be repeated. */
  public List<String> values(Option option) {
    return occurrences.stream()
        .filter(given -> given.option().equals(option))
        .map(Occurrence::value)
        .toList();
  }

  /** The word at a place, or nothing. */
  public Optional<String> word(int place) {
    return place < words.size() ? Optional.of(words.get(place)) : Optional.empty();
  }

  /** The words from a place on. */
  public List<String> wordsFrom(int place) {
    return words.subList(Math.min(place, words.size()), words.size());
  }
}
