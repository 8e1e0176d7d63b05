package org.upstart4j.cli;

import java.io.PrintWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Where a command prints, and how it complains. */
record Console(CommandSpec spec) {

  static Console of(@Nullable CommandSpec spec) {
    return new Console(Objects.requireNonNull(spec, "picocli sets this before it calls a command"));
  }

  private CommandLine line() {
    return spec.commandLine();
  }

  PrintWriter out() {
    return line().getOut();
  }

  PrintWriter err() {
    return line().getErr();
  }

  /** The exception to throw when the arguments do not fit: its message and a hint are printed. */
  ParameterException usage(String message) {
    return new ParameterException(line(), message);
  }
}
