package org.upstart4j.cli.command;

import java.util.List;

/**
 * A command: a row of the table of commands.
 *
 * @param name its name
 * @param group what it is about
 * @param synopsis what it does, in a line
 * @param origin where it comes from
 * @param parts what it takes and how it runs, made when it is wanted
 */
public record CliCommand(
    String name, CommandGroup group, String synopsis, Origin origin, Parts parts) {

  /** Makes the parts of a command. */
  @FunctionalInterface
  public interface Parts {

    /** The parts that it has in a program of that name. */
    CommandForm of(ProgramName program);

    /** Whether it can ask many hosts. */
    default boolean asksMany() {
      return false;
    }

    /** What it does with many hosts, if it can ask them. */
    default CommandAction withMany() {
      throw new IllegalStateException("It asks one Upstart only");
    }
  }

  /** Where a command comes from. */
  public enum Origin {
    /** From initctl. */
    INITCTL,
    /** From this program, which alone has it. */
    OWN
  }

  /** Whether initctl has it. */
  public boolean ofInitctl() {
    return origin == Origin.INITCTL;
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
    return new CliCommand(program, group, synopsis, origin, parts);
  }

  /** What it takes and how it runs in a program of that name. */
  public CommandForm form(ProgramName program) {
    CommandForm form = parts.of(program);
    form = ofInitctl() ? form.with(program.globals()) : form.with(Option.HELP);
    return program.beyond() ? withFleet(form) : form;
  }

  private CommandForm withFleet(CommandForm form) {
    CommandForm rest = ofInitctl() ? form.without(Option.FLEET) : form;
    return rest.with(parts.asksMany() ? Option.FLEET : Option.NO_FLEET);
  }

  /**
   * What it does with many hosts.
   *
   * @throws Misuse if it asks only one Upstart
   */
  CommandAction withMany(List<CliCommand> all) {
    if (parts.asksMany()) {
      return parts.withMany();
    }
    List<String> names =
        all.stream().filter(other -> other.parts.asksMany()).map(CliCommand::name).toList();
    throw new Misuse(
        "it asks one Upstart only; many hosts can be asked by " + String.join(", ", names));
  }
}
