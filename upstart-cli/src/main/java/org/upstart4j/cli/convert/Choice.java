package org.upstart4j.cli.convert;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Misuse;
import org.upstart4j.cli.command.Option;

/** Options of which the argument is one of a few words. */
final class Choice {

  private Choice() {}

  /** The words for some constants. */
  static <E extends Enum<E>> List<String> words(Class<E> type) {
    return Arrays.stream(type.getEnumConstants()).map(Choice::word).toList();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The constant that an option names; nothing if it was not given.
   *
   * @throws Misuse if there is none of that name
   */
  static <E extends Enum<E>> Optional<E> of(Invocation call, Option option, Class<E> type) {
    return call.value(option).map(word -> find(option, word, type));
  }

  private static <E extends Enum<E>> E find(Option option, String word, Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> word(constant).equals(word))
        .findFirst()
        .orElseThrow(() -> unknown(option, word, words(type)));
  }

  private static Misuse unknown(Option option, String word, List<String> words) {
    return new Misuse(
        "illegal argument of "
            + option.spelled()
            + ": "
            + word
            + "; there are "
            + String.join(", ", words));
  }
}
