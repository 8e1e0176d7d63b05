package org.upstart4j.cli.command;

import java.util.List;

/**
 * A command: a row of the table of commands.
 *
 * @param name its name
 * @param group what it is about
 * @param synopsis what it does, in a line
 * @param ofInitctl whether initctl has it
 * @param parts what it takes and how it runs, made when it is wanted
 */
public record CliCommand(
    String name, CommandGroup group, String synopsis, boolean ofInitctl, Parts parts) {

  /** Makes the parts of a command. */
  @FunctionalInterface
  public interface Parts {

    /** The parts that it has in a program of that name. */
    CommandForm of(ProgramName program);
  }

  /** A command that initctl has. */
  public static CliCommand ofInitctl(
      String name, CommandGroup group, String synopsis, Parts parts) {
    return new CliCommand(name, group, synopsis, true, parts);
  }

  /** A command that only this program has. */
  public static CliCommand own(String name, CommandGroup group, String synopsis, Parts parts) {
    return new CliCommand(name, group, synopsis, false, parts);
  }

  /**
   * The command of a name.
   *
   * @throws Misuse if there is none
   */
  public static CliCommand find(List<CliCommand> commands, String name) {
    for (CliCommand command : commands) {
      if (command.name.equals(name)) {
        return command;
      }
    }
    List<String> names = commands.stream().map(CliCommand::name).toList();
    throw Misuse.near("invalid command: " + name, name, names);
  }

  /** The same command as a program of its own. */
  public CliCommand named(String program) {
    return new CliCommand(program, group, synopsis, ofInitctl, parts);
  }

  /** What it takes and how it runs in a program of that name. */
  public CommandForm form(ProgramName program) {
    CommandForm form = parts.of(program);
    return ofInitctl ? form.with(program.globals()) : form.with(Option.HELP);
  }
}
