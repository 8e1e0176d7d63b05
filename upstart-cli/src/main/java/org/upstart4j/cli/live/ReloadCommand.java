package org.upstart4j.cli.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.cli.command.CliCommand;
import org.upstart4j.cli.command.CommandForm;
import org.upstart4j.cli.command.CommandGroup;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Option;
import org.upstart4j.cli.reach.Reach;
import org.upstart4j.cli.terminal.CliConsole;

/** {@code upstart-reload}: Upstart reads its job files again, even if D-Bus fails. */
public final class ReloadCommand {

  /** The program's command. */
  public static final CliCommand PROGRAM =
      new CliCommand(
          "upstart-reload",
          CommandGroup.UPSTART,
          "Make Upstart read all job files again.",
          CliCommand.Origin.OWN,
          program ->
              CommandForm.of(ReloadCommand::run)
                  .detailed(
                      "Asks over D-Bus. If D-Bus fails and process 1 is Upstart, sends it SIGHUP.")
                  .with(Option.REACH));

  private static final Set<String> UPSTART = Set.of("init", "upstart");
  private static final Path PROCESS_1 = Path.of("/proc/1");

  private ReloadCommand() {}

  private static int run(Invocation call) throws IOException {
    Reach reach = call.reach();
    try {
      call.upstart().reloadConfiguration();
      return 0;
    } catch (UpstartUnavailableException failure) {
      CliConsole console = call.console();
      if (!reach.leadsToProcess1()) {
        throw failure;
      } else if (signal(console, reach.explain(failure))) {
        return 0;
      }
      reach.advice(failure).forEach(console.err()::println);
      return 1;
    }
  }

  /** Tells process 1 in another way; says so if that is impossible. */
  private static boolean signal(CliConsole console, String failure) throws IOException {
    String name = Files.readString(PROCESS_1.resolve("comm")).strip();
    if (!name.equals("init") || !UPSTART.contains(program(name))) {
      console.complain(failure + "; and process 1 is no Upstart, but " + program(name));
      return false;
    }
    Process kill = new ProcessBuilder("kill", "-HUP", "1").inheritIO().start();
    try {
      if (kill.waitFor() == 0) {
        return true;
      }
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
    }
    console.complain(failure + "; and SIGHUP could not be sent to process 1");
    return false;
  }

  /** The file that process 1 runs, or its name where only root sees the file. */
  private static String program(String name) {
    try {
      Path file = Files.readSymbolicLink(PROCESS_1.resolve("exe")).getFileName();
      return file == null ? name : file.toString();
    } catch (IOException hidden) {
      return name;
    }
  }
}
