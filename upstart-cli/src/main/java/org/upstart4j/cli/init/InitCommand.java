package org.upstart4j.cli.init;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.upstart4j.Event;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.cli.command.CommandForm;
import org.upstart4j.cli.command.Inputs;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Misuse;
import org.upstart4j.cli.command.Option;
import org.upstart4j.cli.command.TargetName;
import org.upstart4j.cli.reach.Durations;
import org.upstart4j.cli.terminal.Visible;
import org.upstart4j.simulation.scenario.OutsideEvent;
import org.upstart4j.simulation.scenario.ScenarioSyntaxException;

/** {@code upstart init}: process 1 of a container for a folder of jobs. */
public final class InitCommand {

  private static final String PLATFORM = "ubuntu-16.04";
  private static final Duration LONGEST_STOP = Duration.ofHours(1);

  private static final Option CONFDIR =
      Option.CONFDIR.meaning("the folder of job files (default: /etc/init)");
  private static final Option FOR =
      Option.FOR.meaning(
          "the platform or version that the jobs are for, which says how it boots (default: "
              + PLATFORM
              + ")");
  private static final Option EVENT =
      Option.text(
          "event",
          "EVENT",
          "boot with this event, as in \"net-device-up IFACE=eth0\", and not as the platform does;"
              + " may be repeated");
  private static final Option NO_BOOT = Option.flag("no-boot", "boot with no event at all");
  private static final Option EXIT_WITH =
      Option.text("exit-with", "JOB", "stop all when this job has ended, and exit as it did");
  private static final Option STOP_TIMEOUT =
      Option.text("stop-timeout", "TIME", "how long stopping may take (default: 8s)");
  private static final Option LOGS =
      Option.text(
              "logs",
              "WHERE",
              "where the output of jobs goes: text or json to standard output, files, or none"
                  + " (default: text)")
          .oneOf(Stream.of(InitSettings.Logs.values()).map(InitCommand::word).toList());
  private static final Option LOGDIR =
      Option.text("logdir", "DIR", "the folder for --logs files (default: /var/log/upstart)");
  private static final Option ADDRESS =
      Option.text(
          "address", "ADDRESS", "where clients find it (default: where they look for process 1)");
  private static final Option SYSTEM_BUS =
      Option.flag(
          "system-bus", "take the name of Upstart on the system bus as soon as it is there");

  private InitCommand() {}

  /** What the command takes. */
  public static CommandForm form() {
    return CommandForm.of(call -> new InitRun(settings(call)).run())
        .with(CONFDIR, FOR, EVENT, NO_BOOT)
        .with(EXIT_WITH, STOP_TIMEOUT, LOGS, LOGDIR, ADDRESS, SYSTEM_BUS)
        .noting(
            "SIGTERM, SIGINT and SIGRTMIN+3 stop all jobs by their rules: by \"stop on runlevel"
                + " [016]\", or else after those. A second one ends everything at once. SIGHUP"
                + " reads the job files again.",
            "  docker run IMAGE upstart init --confdir /etc/init --exit-with web",
            "Exit status: 0 after an ordered stop, 1 if something had to be killed in the end, 2"
                + " wrong arguments. With --exit-with that of the job's main process, or 128 and"
                + " the number of the signal that killed it; 1 if it had none.");
  }

  private static InitSettings settings(Invocation call) throws IOException {
    return new InitSettings(
        Inputs.path(call.value(CONFDIR).orElse("/etc/init")),
        target(call),
        events(call),
        call.value(EXIT_WITH),
        stopTimeout(call),
        logs(call),
        Inputs.path(call.value(LOGDIR).orElse("/var/log/upstart")),
        call.value(ADDRESS).orElse(InitSettings.ADDRESS_OF_PROCESS_1),
        call.has(SYSTEM_BUS),
        Objects.requireNonNullElse(call.variable("container"), "docker"));
  }

  private static Target target(Invocation call) {
    return TargetName.target(call.value(FOR).orElse(PLATFORM));
  }

  private static Optional<List<Event>> events(Invocation call) {
    List<String> named = call.arguments().values(EVENT);
    if (call.has(NO_BOOT) && !named.isEmpty()) {
      throw new Misuse("give either --event or --no-boot");
    }
    return named.isEmpty() && !call.has(NO_BOOT)
        ? Optional.empty()
        : Optional.of(named.stream().map(InitCommand::event).toList());
  }

  private static Event event(String text) {
    try {
      return OutsideEvent.parse(text).event();
    } catch (ScenarioSyntaxException wrong) {
      throw new Misuse(Visible.text("--event: " + wrong.reason()));
    }
  }

  private static Duration stopTimeout(Invocation call) {
    String text = call.value(STOP_TIMEOUT).orElse("8s");
    return Durations.parse(text)
        .filter(time -> time.compareTo(LONGEST_STOP) <= 0)
        .orElseThrow(
            () ->
                new Misuse(
                    "--stop-timeout takes a time of at most an hour, such as 8s or 500ms, not \""
                        + text
                        + "\""));
  }

  private static InitSettings.Logs logs(Invocation call) {
    String word = call.value(LOGS).orElse(call.value(LOGDIR).isPresent() ? "files" : "text");
    return Stream.of(InitSettings.Logs.values())
        .filter(logs -> word(logs).equals(word))
        .findFirst()
        .orElseThrow(() -> Misuse.near("--logs takes no \"" + word + "\"", word, LOGS.words()));
  }

  private static String word(InitSettings.Logs logs) {
    return logs.name().toLowerCase(Locale.ROOT);
  }
}
