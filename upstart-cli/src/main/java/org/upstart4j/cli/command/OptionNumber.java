package org.upstart4j.cli.command;

import java.util.Optional;

/** Reads the numbers that options take. */
public final class OptionNumber {

  private static final String NUMBER = "-?\\d{1,9}";

  private OptionNumber() {}

  /** The number that an option was given; nothing if it was not given. */
  public static Optional<Long> of(Invocation call, Option option, long least) {
    Optional<String> text = call.value(option);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (!text.get().matches(NUMBER) || Long.parseLong(text.get()) < least) {
      throw new Misuse(name(option) + " takes a number from " + least + " up, not " + text.get());
    }
    return Optional.of(Long.parseLong(text.get()));
  }

  private static String name(Option option) {
    return option.letter() == '\0' ? option.spelled() : "-" + option.letter();
  }
}
