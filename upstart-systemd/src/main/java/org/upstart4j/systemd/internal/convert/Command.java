package org.upstart4j.systemd.internal.convert;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.upstart4j.systemd.unit.ExecCommand;
import org.upstart4j.systemd.unit.ExecCommand.Prefix;
import org.upstart4j.systemd.unit.UnitSyntaxException;
import org.upstart4j.systemd.unit.UnitWords;

/**
 * A command line for systemd in the making.
 *
 * @param prefixes what the characters before the program say
 * @param words the program and its arguments
 */
record Command(Set<Prefix> prefixes, List<String> words) {

  static final String SHELL = "/bin/sh";

  static Command of(List<String> words) {
    return new Command(Set.of(), List.copyOf(words));
  }

  static Command of(String... words) {
    return of(Arrays.asList(words));
  }

  Command with(Prefix prefix) {
    Set<Prefix> more = new TreeSet<>(prefixes);
    more.add(prefix);
    return new Command(more, words);
  }

  /**
   * Whether systemd runs the program by what it is called: by its path, or by a name that says
   * nothing to systemd and has no folder.
   */
  boolean isRunnable() {
    try {
      new ExecCommand(Set.of(), words.subList(0, 1)).text();
      return true;
    } catch (UnitSyntaxException refused) {
      return false;
    }
  }

  /** The command as the arguments of a script that a shell is given. */
  Command inside(String script) {
    return behind(SHELL, "-c", script, SHELL);
  }

  /**
   * The value of a setting that has a shell run a script, with the unit's name as {@code $0} and
   * the command as its arguments.
   */
  String insideWithUnit(String script, Options options) {
    Command shell = new Command(prefixes, List.of(SHELL, "-c", script));
    String arguments = words.isEmpty() ? "" : " " + UnitWords.write(words);
    String plain = options.has(242) ? arguments : arguments.replace("$", "$$");
    return shell.text(options) + " %n" + plain;
  }

  /** The command behind other words. */
  Command behind(String... first) {
    List<String> all = new ArrayList<>(Arrays.asList(first));
    all.addAll(words);
    return new Command(prefixes, List.copyOf(all));
  }

  /**
   * The value of a setting. Dollar signs are left alone by a prefix where systemd knows it, and
   * doubled where it does not.
   */
  String text(Options options) {
    boolean hasDollar = words.stream().anyMatch(word -> word.indexOf('$') >= 0);
    Command written = hasDollar && options.has(242) ? with(Prefix.NO_VARIABLES) : this;
    return new ExecCommand(written.prefixes, written.words).text();
  }
}
