package org.upstart4j.cli;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.upstart4j.UpstartException;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.terminal.CliConsole;

/** Tells a running Upstart to read its job files again. */
final class Reload {

  private static final int SECONDS = 10;

  private Reload() {}

  /**
   * Runs initctl if there is one, else asks the Upstart that is there. The job file is written by
   * now, so a failure is only reported.
   */
  static void tell(Invocation call) {
    CliConsole console = call.console();
    Optional<Path> initctl = find("initctl").filter(program -> !isOurs(program));
    try {
      if (initctl.isPresent()) {
        run(console, initctl.get());
      } else {
        ask(call);
      }
    } catch (IOException | UpstartException failure) {
      console.complain("Upstart was not told to reload: " + failure.getMessage());
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
    }
  }

  /** Without an Upstart there is nothing to tell. */
  private static void ask(Invocation call) {
    try {
      call.upstart().reloadConfiguration();
    } catch (UpstartUnavailableException nobody) {
      return;
    }
  }

  /** A link to the program that this is. */
  private static boolean isOurs(Path program) {
    try {
      return program.toRealPath().endsWith("bin/upstart");
    } catch (IOException vanished) {
      return false;
    }
  }

  private static void run(CliConsole console, Path initctl)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(initctl.toString(), "reload-configuration")
            .redirectInput(Redirect.from(new File("/dev/null")))
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD)
            .start();
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      console.complain("Upstart was not told to reload: " + initctl + " does not end");
    } else if (process.exitValue() != 0) {
      console.complain(
          "Upstart was not told to reload: "
              + initctl
              + " reload-configuration failed with status "
              + process.exitValue());
    }
  }

  private static Optional<Path> find(String program) {
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    return Arrays.stream(path.split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
