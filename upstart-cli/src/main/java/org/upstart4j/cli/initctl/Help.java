package org.upstart4j.cli.initctl;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upstart4j.cli.initctl.Command.Group;
import org.upstart4j.cli.terminal.Terminal;

/** Help as Upstart's programs lay it out; the words are our own. */
record Help(String program, PrintWriter out) {

  private static final int COLUMN = 30;
  private static final int NARROWEST = 50;

  /** The help of the program itself. */
  void program(List<Option> options) {
    out.println("Usage: " + program + " [OPTION]... COMMAND [OPTION]... [ARG]...");
    out.println();
    options(options);
    out.println("For a list of commands, try `" + program + " help'.");
  }

  /** The help of a command; the stem is how it was called. */
  void command(String stem, Command command, List<Option> options) {
    String usage = command.usage() == null ? "" : " " + command.usage();
    out.println("Usage: " + stem + " [OPTION]..." + usage);
    out.println(command.synopsis());
    out.println();
    options(options);
    if (command.help() != null) {
      wrap(command.help(), width()).forEach(out::println);
    }
  }

  /** The list of commands. */
  void commands() {
    for (Group group : Group.values()) {
      out.println(group.title() + " commands:");
      Commands.ALL.stream()
          .filter(command -> command.group() == group)
          .forEach(command -> row("  " + command.name(), command.synopsis()));
      out.println();
    }
    out.println("For more information on a command, try `" + program + " COMMAND --help'.");
  }

  private void options(List<Option> options) {
    out.println("Options:");
    for (Option option : options) {
      @Nullable String help = option.help();
      if (help != null) {
        String letter = option.letter() == '\0' ? "      " : "  -" + option.letter() + ", ";
        String argument = option.takesArgument() ? "=" + option.argument() : "";
        row(letter + "--" + option.name() + argument, help);
      }
    }
    out.println();
  }

  private void row(String left, String right) {
    StringBuilder line = new StringBuilder(left);
    int width = Math.max(width(), NARROWEST) - COLUMN - 1;
    String indent = "";
    for (String part : wrap(right, width)) {
      if (line.length() > COLUMN - 2) {
        out.println(line);
        line.setLength(0);
      }
      line.append(" ".repeat(COLUMN - line.length())).append(indent).append(part);
      out.println(line);
      line.setLength(0);
      indent = "  ";
    }
  }

  private static int width() {
    return Terminal.columns();
  }

  private static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.split("\n", -1)) {
      StringBuilder line = new StringBuilder();
      for (String word : Arrays.asList(paragraph.split(" "))) {
        if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
          lines.add(line.toString());
          line.setLength(0);
        }
        line.append(line.isEmpty() ? "" : " ").append(word);
      }
      lines.add(line.toString());
    }
    return lines;
  }
}
