package org.upstart4j.cli.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.upstart4j.cli.command.CommandForm;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Misuse;
import org.upstart4j.cli.command.Option;
import org.upstart4j.cli.command.Parameter;
import org.upstart4j.cli.terminal.JsonLine;
import org.upstart4j.cli.terminal.Visible;
import org.upstart4j.fleet.Host;

/** {@code upstart fleet}: whose job files differ from whose, and which hosts there are. */
public final class FleetCommand {

  private static final String DIFF = "diff";
  private static final String HOSTS = "hosts";

  private FleetCommand() {}

  /** What the command takes. */
  public static CommandForm form() {
    return CommandForm.of(FleetCommand::withoutHosts)
        .taking(
            Parameter.one("diff|hosts", "what to print").oneOf(List.of(DIFF, HOSTS)),
            Parameter.optional(
                "JOB", "with diff: the job whose conf and override file is compared"))
        .detailed(
            "diff compares a job's files with those of most hosts; hosts prints what --hosts"
                + " names.")
        .with(Option.JSON, Option.QUIET, Option.VERBOSE)
        .with(Option.TRANSPORT, Option.TIMEOUT)
        .noting(
            "Exit status of diff: 0 all the same, 1 some differ, 4 some hosts could not be read, 5"
                + " none could, 2 wrong arguments.",
            "  upstart fleet diff web --inventory hosts.ini --hosts 'web:!web3'");
  }

  private static int withoutHosts(Invocation call) {
    throw new Misuse("missing --inventory FILE, which names the hosts");
  }

  /** Runs it over the hosts of an inventory. */
  public static int run(Invocation call) {
    String what = call.word(0);
    boolean isDiff = what.equals(DIFF);
    if (!isDiff && !what.equals(HOSTS)) {
      throw Misuse.near("a fleet has diff and hosts, not " + what, what, List.of(DIFF, HOSTS));
    }
    String job = call.arguments().word(1).orElse("");
    if (isDiff == job.isEmpty()) {
      throw new Misuse(isDiff ? "missing JOB" : "one argument too many: " + job);
    }
    return isDiff ? FleetDiff.run(call, job) : hosts(call);
  }

  private static int hosts(Invocation call) {
    for (Host host : FleetSettings.of(call).hosts()) {
      if (call.has(Option.JSON)) {
        print(call, host);
      } else {
        call.out().println(Visible.text(host.name()));
      }
    }
    return 0;
  }

  private static void print(Invocation call, Host host) {
    try {
      JsonLine.write(
          call.out(),
          json ->
              json.member("host", host.name())
                  .member("destination", host.destination())
                  .array("groups", host.groups(), group -> group));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
