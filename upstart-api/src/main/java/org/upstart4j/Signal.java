package org.upstart4j;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A signal, by number. Upstart knows the classic names only, no real-time ones, and takes any
 * number from 0 to 2147483647.
 *
 * @param number the number, as on Linux for x86 and ARM
 */
public record Signal(int number) {

  private static final Map<String, Integer> NUMBERS = numbers();

  /** Hang up: what {@code reload} sends by default. */
  public static final Signal HUP = of("HUP");

  /** Interrupt. */
  public static final Signal INT = of("INT");

  /** Quit. */
  public static final Signal QUIT = of("QUIT");

  /** Kill at once. */
  public static final Signal KILL = of("KILL");

  /** User-defined signal 1. */
  public static final Signal USR1 = of("USR1");

  /** User-defined signal 2. */
  public static final Signal USR2 = of("USR2");

  /** Terminate: what {@code stop} sends by default. */
  public static final Signal TERM = of("TERM");

  /**
   * Makes a signal of its number.
   *
   * @param number the number, as on Linux for x86 and ARM
   * @throws IllegalArgumentException if the number is negative
   */
  public Signal {
    if (number < 0) {
      throw new IllegalArgumentException("A signal's number is 0 or more, not " + number);
    }
  }

  /**
   * Returns the signal of that name.
   *
   * @param name a name in capitals, with or without {@code SIG}: {@code TERM}, {@code SIGTERM}
   * @return the signal
   * @throws IllegalArgumentException if Upstart knows no such name
   */
  public static Signal of(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "No signal is called \""
                        + name
                        + "\"; expected a name such as TERM or SIGTERM, or a number"));
  }

  /**
   * Looks a signal up by its name, as Upstart does.
   *
   * @param name a name in capitals, with or without {@code SIG}
   * @return the signal, or nothing if there is no such name
   */
  public static Optional<Signal> find(String name) {
    Integer number = NUMBERS.get(name.startsWith("SIG") ? name.substring(3) : name);
    return Optional.ofNullable(number).map(Signal::new);
  }

  /**
   * Returns the name without {@code SIG}, or the number if it has no name.
   *
   * @return for example {@code TERM}
   */
  public String name() {
    return NUMBERS.entrySet().stream()
        .filter(known -> known.getValue() == number)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(Integer.toString(number));
  }

  @Override
  public String toString() {
    return name();
  }

  private static Map<String, Integer> numbers() {
    String table =
        "HUP 1 INT 2 QUIT 3 ILL 4 TRAP 5 ABRT 6 IOT 6 BUS 7 FPE 8 KILL 9 USR1 10 SEGV 11 USR2 12"
            + " PIPE 13 ALRM 14 TERM 15 STKFLT 16 CHLD 17 CLD 17 CONT 18 STOP 19 TSTP 20 TTIN 21"
            + " TTOU 22 URG 23 XCPU 24 XFSZ 25 VTALRM 26 PROF 27 WINCH 28 IO 29 POLL 29 PWR 30"
            + " SYS 31";
    String[] words = table.split(" ", -1);
    Map<String, Integer> numbers = new LinkedHashMap<>();
    for (int i = 0; i < words.length; i += 2) {
      numbers.put(words[i], Integer.valueOf(words[i + 1]));
    }
    return numbers;
  }
}
