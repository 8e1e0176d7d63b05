package org.upstart4j.cli.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartException;
import org.upstart4j.UpstartTimeoutException;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.cli.reach.Reach;
import org.upstart4j.cli.reach.Way;
import org.upstart4j.cli.terminal.Console;
import org.upstart4j.cli.terminal.Specs;
import picocli.CommandLine.Model.CommandSpec;

/** {@code upstart-reload}: Upstart reads its job files again, even if there is no D-Bus. */
public final class ReloadCommand implements Callable<Integer> {

  /** The ways that lead to process 1. */
  private static final Set<Way> SYSTEM = Set.of(Way.AUTO, Way.PRIVATE, Way.SYSTEM_BUS);

  private static final Set<String> UPSTART = Set.of("init", "upstart");
  private static final Path PROCESS_1 = Path.of("/proc/1");

  private final Choice choice = new Choice();
  private final CommandSpec spec =
      choice.addTo(
          Specs.command(
              "upstart-reload",
              this,
              "Let Upstart read all job files again.",
              "Asks over D-Bus. If there is no Upstart, process 1 gets SIGHUP, if it is one."));

  private ReloadCommand() {}

  /** Describes the command. */
  public static CommandSpec spec() {
    return new ReloadCommand().spec;
  }

  @Override
  public Integer call() throws IOException {
    Console console = new Console(spec);
    Reach reach = choice.reach(console);
    try (Upstart upstart = reach.open()) {
      upstart.reloadConfiguration();
      return 0;
    } catch (UpstartUnavailableException failure) {
      if (SYSTEM.contains(reach.way())) {
        if (signal(console, reach.explain(failure))) {
          return 0;
        }
      } else {
        console.complain(reach.explain(failure));
      }
      reach.advice(failure).forEach(console.err()::println);
    } catch (UpstartTimeoutException late) {
      console.complain(String.valueOf(late.getMessage()));
      return Choice.TIMED_OUT;
    } catch (UpstartException failure) {
      console.complain(reach.explain(failure));
    }
    return 1;
  }

  /** Tells process 1 in another way; says if that cannot be. */
  private static boolean signal(Console console, String failure) throws IOException {
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
    console.complain(failure + "; and process 1 was not told by SIGHUP");
    return false;
  }

  /**
   * The file that process 1 runs, or its name where that is not to be seen: by anybody but root.
   */
  private static String program(String name) {
    try {
      Path file = Files.readSymbolicLink(PROCESS_1.resolve("exe")).getFileName();
      return file == null ? name : file.toString();
    } catch (IOException hidden) {
      return name;
    }
  }
}
