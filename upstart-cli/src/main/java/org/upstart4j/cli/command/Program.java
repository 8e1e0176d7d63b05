package org.upstart4j.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.upstart4j.UpstartException;
import org.upstart4j.UpstartTimeoutException;
import org.upstart4j.cli.command.ArgumentReader.Syntax;
import org.upstart4j.cli.terminal.CliConsole;
import org.upstart4j.cli.terminal.Paint;

/**
 * Runs the command that arguments name.
 *
 * @param name how the program was called
 * @param commands the table of commands
 * @param variables the variables of this program
 * @param out where answers go
 * @param err where complaints go
 */
public record Program(
    ProgramName name,
    List<CliCommand> commands,
    Map<String, String> variables,
    PrintWriter out,
    PrintWriter err) {

  /** The exit status of a command that was not done in time. */
  public static final int TIMED_OUT = 124;

  private static final int MISUSE = 2;
  private static final int MISUSE_OF_INITCTL = 1;

  /** Under the names of initctl only its commands are known. */
  public Program {
    if (!name.beyond()) {
      commands = commands.stream().filter(CliCommand::ofInitctl).toList();
    }
  }

  /**
   * Runs a command.
   *
   * @param given options and words; the first word is the command, unless the program's name is
   * @return the exit status
   */
  public int run(List<String> given) {
    ArgumentReader reader = new ArgumentReader(given);
    for (CliCommand command : commands) {
      if (command.name().equals(name.text())) {
        return run(command, name.text(), reader);
      }
    }
    try {
      Optional<String> word = reader.command(name.globals());
      if (word.isEmpty()) {
        return withoutCommand(given, reader);
      }
      return run(CliCommand.find(commands, word.get()), name.text() + " " + word.get(), reader);
    } catch (Misuse misuse) {
      return complain(name.text(), name.text(), misuse);
    }
  }

  /** A program that is told nothing at all explains itself; initctl does not. */
  private int withoutCommand(List<String> given, ArgumentReader reader) {
    if (reader.has(Option.VERSION)) {
      return version();
    } else if (reader.has(Option.HELP) || (given.isEmpty() && !name.isInitctl())) {
      help().program(commands);
      return 0;
    }
    throw new Misuse("missing command");
  }

  private int run(CliCommand command, String stem, ArgumentReader reader) {
    String prefix = command.ofInitctl() ? name.text() : stem;
    try {
      return run(command, new CliConsole(prefix, out, err, paint()), stem, reader);
    } catch (Misuse misuse) {
      return complain(prefix, stem, misuse);
    }
  }

  private int run(CliCommand command, CliConsole console, String stem, ArgumentReader reader) {
    CommandForm form = command.form(name);
    Syntax syntax = command.ofInitctl() ? Syntax.INITCTL : Syntax.USUAL;
    Arguments arguments = reader.rest(form.options(), syntax);
    if (arguments.has(Option.HELP)) {
      help().command(stem, command, form);
      return 0;
    } else if (arguments.has(Option.VERSION)) {
      return version();
    } else if (!command.ofInitctl()) {
      form.checkNumber(arguments.words());
    }
    boolean isForMany = arguments.has(Option.INVENTORY);
    if (!isForMany && !arguments.options().isEmpty()) {
      FleetOptions.refuse(arguments);
    }
    CommandAction action = isForMany ? command.withMany(commands) : form.action();
    try (Invocation call = new Invocation(name, console, arguments, variables)) {
      return run(action, call);
    }
  }

  private static int run(CommandAction action, Invocation call) {
    try {
      return action.run(call);
    } catch (Misuse misuse) {
      // is answered with a hint, where the command's name is known
      throw misuse;
    } catch (UpstartTimeoutException late) {
      call.console().complain(call.describe(late));
      return TIMED_OUT;
    } catch (UpstartException failure) {
      return call.fail(failure);
    } catch (IOException | RuntimeException failure) {
      call.console().complain(Failures.describe(failure));
      return 1;
    } catch (NoClassDefFoundError missing) {
      call.console().complain(Failures.describe(missing).orElseThrow(() -> missing));
      return 1;
    }
  }

  private int complain(String prefix, String stem, Misuse misuse) {
    out.flush();
    err.println(prefix + ": " + misuse.message());
    if (name.isInitctl()) {
      err.println("Try `" + name.text() + " --help' for more information.");
      return MISUSE_OF_INITCTL;
    }
    misuse.proposal().ifPresent(text -> err.println(prefix + ": " + text));
    err.println("Try: " + stem + " --help");
    return MISUSE;
  }

  private Paint paint() {
    return name.isInitctl() ? Paint.standard().withoutColours() : Paint.standard();
  }

  private HelpText help() {
    return HelpText.of(name, out, paint());
  }

  private int version() {
    out.println(
        name.isInitctl()
            ? name.text() + " (" + ProjectVersion.text() + ")"
            : ProjectVersion.text());
    return 0;
  }
}
