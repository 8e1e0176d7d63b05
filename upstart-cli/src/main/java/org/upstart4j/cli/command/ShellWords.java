package org.upstart4j.cli.command;

import java.util.List;
import java.util.regex.Pattern;
import org.upstart4j.spi.ShellSpelling;

/** Spells arguments so that a shell reads them back as they are. */
public final class ShellWords {

  private static final Pattern PLAIN = Pattern.compile("[a-zA-Z0-9_@%+=:,./-]+");

  private ShellWords() {}

  /** A command line, which stays as it is, with more arguments after it. */
  public static String append(String command, List<String> arguments) {
    StringBuilder longer = new StringBuilder(command);
    arguments.forEach(argument -> longer.append(' ').append(quote(argument)));
    return longer.toString();
  }

  /** An argument as one word. */
  public static String quote(String argument) {
    return PLAIN.matcher(argument).matches() ? argument : ShellSpelling.quoted(argument);
  }
}
