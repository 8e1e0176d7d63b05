package org.upstart4j.cli.initctl;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.upstart4j.UpstartException;
import org.upstart4j.UpstartTimeoutException;
import org.upstart4j.cli.reach.Reason;
import org.upstart4j.cli.terminal.Paint;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Runs initctl's commands.
 *
 * @param program what the program calls itself in messages
 * @param shown what it is called in its help
 * @param beyond whether the options are known that initctl doesn't have
 * @param variables the variables of this program
 * @param out where answers go
 * @param err where errors go
 */
public record Initctl(
    String program,
    String shown,
    boolean beyond,
    Map<String, String> variables,
    PrintWriter out,
    PrintWriter err) {

  private static final int TIMED_OUT = 124;

  /**
   * Runs a command.
   *
   * @param given options and words; the first word is the command, unless the program's name is
   * @return the exit status
   */
  public int run(List<String> given) {
    try {
      Optional<Command> named = Commands.find(program);
      return named.isPresent() ? run(program, named.get(), none(), given) : find(given);
    } catch (Misuse misuse) {
      err.println(program + ": " + misuse.message());
      err.println("Try `" + program + " --help' for more information.");
      return 1;
    }
  }

  /** The first word that is neither an option of all commands nor an option's argument. */
  public static Optional<String> firstWord(List<String> given) {
    try {
      return Arguments.parseUpToWord(globals(true), given).word(0);
    } catch (Misuse misuse) {
      return Optional.empty();
    }
  }

  /** Whether initctl has a command of that name. */
  public static boolean knows(String command) {
    return Commands.find(command).isPresent();
  }

  /** All commands as picocli knows commands: for help, completion and manual pages. */
  public static List<CommandSpec> specs() {
    return Commands.ALL.stream().map(Described::spec).toList();
  }

  private static Arguments none() {
    return Arguments.parse(List.of(), List.of());
  }

  private static List<Option> globals(boolean beyond) {
    List<Option> all = new ArrayList<>(Option.GLOBAL);
    if (beyond) {
      all.addAll(Option.BEYOND);
    }
    all.addAll(Option.DEFAULT);
    return all;
  }

  private int find(List<String> given) {
    Arguments first = Arguments.parseUpToWord(globals(beyond), given);
    if (first.has(Option.HELP)) {
      new Help(shown, out).program(globals(beyond));
      return 0;
    } else if (first.has(Option.VERSION)) {
      return version();
    }
    String name = first.word(0).orElseThrow(() -> new Misuse("missing command"));
    Command command = Commands.find(name).orElseThrow(() -> new Misuse("invalid command: " + name));
    return run(shown + " " + name, command, first, first.words().subList(1, first.words().size()));
  }

  private int run(String stem, Command command, Arguments first, List<String> given) {
    List<Option> known = new ArrayList<>(command.options());
    if (beyond) {
      known.addAll(Commands.beyond(command));
    }
    known.addAll(globals(beyond));
    Arguments arguments = first.with(Arguments.parse(known, given));
    if (arguments.has(Option.HELP)) {
      new Help(shown, out).command(stem, command, known);
      return 0;
    } else if (arguments.has(Option.VERSION)) {
      return version();
    } else if (command.name().equals("help")) {
      new Help(shown, out).commands();
      return 0;
    }
    return run(command, arguments);
  }

  private int run(Command command, Arguments arguments) {
    Paint paint = beyond ? Paint.standard() : Paint.standard().withoutColours();
    try (Call call = new Call(program, beyond, arguments, variables, out, err, paint)) {
      return run(command, call);
    }
  }

  private int run(Command command, Call call) {
    try {
      return command.action().run(call);
    } catch (Refused refused) {
      return call.complain(refused.message());
    } catch (Misuse misuse) {
      // is answered with a hint, by whoever knows what the program is called
      throw misuse;
    } catch (UpstartTimeoutException late) {
      call.complain(String.valueOf(late.getMessage()));
      return TIMED_OUT;
    } catch (IllegalArgumentException wrong) {
      return call.complain(String.valueOf(wrong.getMessage()));
    } catch (UpstartException failure) {
      int status = call.complain(call.reach().explain(failure));
      if (beyond) {
        Reason.of(call.opened(), failure).ifPresent(call::explain);
        call.advise(failure);
      }
      return status;
    }
  }

  private int version() {
    String implementation = Initctl.class.getPackage().getImplementationVersion();
    out.println(program + " (upstart4j " + (implementation == null ? "" : implementation) + ")");
    return 0;
  }
}
