package org.upstart4j.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The name under which this program was called. It decides how the program talks, and what it
 * knows.
 *
 * @param text the name
 * @param beyond whether it knows more than initctl does
 */
public record ProgramName(String text, boolean beyond) {

  /** The name under which everything is known. */
  public static final ProgramName UPSTART = new ProgramName("upstart", true);

  /** The names of initctl and its links. */
  private static final Set<String> OF_INITCTL =
      Set.of("initctl", "start", "stop", "restart", "reload", "status");

  /** A name; under those of initctl only initctl's commands and options are known. */
  public static ProgramName of(String text) {
    return new ProgramName(text, !OF_INITCTL.contains(text));
  }

  /** Whether it answers and complains to the letter as initctl does. */
  public boolean isInitctl() {
    return OF_INITCTL.contains(text);
  }

  /** The options of all commands of initctl, which may stand before the command. */
  public List<Option> globals() {
    List<Option> all = new ArrayList<>(Option.GLOBAL);
    if (beyond) {
      all.addAll(Option.BEYOND);
    }
    all.addAll(isInitctl() ? Option.DEFAULT : Option.DEFAULT_WITH_LETTERS);
    return all;
  }
}
