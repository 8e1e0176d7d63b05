package org.upstart4j.cli.fleet;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.upstart4j.Upstart;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Option;
import org.upstart4j.cli.terminal.CliConsole;
import org.upstart4j.cli.terminal.Paint;
import org.upstart4j.cli.why.WhyCommand;

/** {@code why} over many hosts: each answers for itself, by what its Upstart tells. */
public final class FleetWhy {

  private FleetWhy() {}

  public static int run(Invocation call) {
    WhyCommand.check(call);
    return FleetRun.of(call, (host, upstart) -> answer(call, upstart));
  }

  private static Answer answer(Invocation call, Upstart upstart) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    CliConsole console = new CliConsole(call.console().name(), out, out, Paint.PLAIN);
    try {
      int status = WhyCommand.run(call, upstart, console);
      out.flush();
      List<String> lines = text.toString().lines().toList();
      return call.has(Option.JSON)
          ? new Reported(List.of(), lines, status == 0)
          : new Reported(lines, List.of(), status == 0);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
