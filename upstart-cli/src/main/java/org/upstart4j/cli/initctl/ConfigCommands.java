package org.upstart4j.cli.initctl;

import static org.upstart4j.cli.command.Option.flag;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Job;
import org.upstart4j.UnknownJobException;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Option;
import org.upstart4j.cli.conditions.CheckConfig;
import org.upstart4j.cli.conditions.JobConditions;
import org.upstart4j.cli.conditions.KnownNames;
import org.upstart4j.cli.conditions.ShowConfig;
import org.upstart4j.cli.conditions.Unmet;
import org.upstart4j.event.EventExpression;
import org.upstart4j.spi.HashOrder;

/** What jobs emit and wait for. */
public final class ConfigCommands {

  static final Option ENUMERATE =
      flag('e', "enumerate", "print each event and job of a condition in a line of its own");
  static final Option IGNORE =
      Option.text('i', "ignore-events", "EVENT_LIST", "take these events for known: A,B,C");
  static final Option WARN = flag('w', "warn", "want both sides of an or to be possible");

  private ConfigCommands() {}

  public static int show(Invocation call) {
    for (Config config : read(call, call.arguments().word(0))) {
      show(call, config);
    }
    return 0;
  }

  private static void show(Invocation call, Config config) {
    List<String> lines = new ArrayList<>(List.of(config.job()));
    lines.addAll(
        call.has(ENUMERATE)
            ? ShowConfig.enumerated(config.emits(), config.conditions())
            : ShowConfig.plain(config.emits(), config.conditions()));
    new CommandAnswers(call)
        .say(
            String.join("\n", lines),
            json ->
                json.member("job", config.job())
                    .array("emits", config.emits(), event -> event)
                    .member("start_on", text(config.conditions().start()))
                    .member("stop_on", text(config.conditions().stop())));
  }

  private static @Nullable String text(Optional<EventExpression> events) {
    return events.map(EventExpression::plainText).orElse(null);
  }

  public static int check(Invocation call) {
    List<Config> all = read(call, Optional.empty());
    Optional<String> wanted = call.arguments().word(0);
    if (wanted.isPresent() && all.stream().noneMatch(one -> one.job().equals(wanted.get()))) {
      new CommandAnswers(call).complain("Invalid job class: " + wanted.get());
      call.explainUnknown(wanted.get());
      return 1;
    }
    CheckConfig check = new CheckConfig(known(call, all), call.has(WARN));
    int faulty = 0;
    for (Config config : all.stream().sorted(Config.ORDER).toList()) {
      if (wanted.isEmpty() || config.job().equals(wanted.get())) {
        faulty += say(call, config.job(), check.of(config.conditions()));
      }
    }
    int rejected = wanted.isEmpty() ? new CommandAnswers(call).explainRejected() : 0;
    return faulty + rejected == 0 ? 0 : 1;
  }

  private static KnownNames known(Invocation call, List<Config> all) {
    Set<String> ignored =
        call.value(IGNORE).stream()
            .flatMap(list -> Arrays.stream(list.split(",")))
            .collect(Collectors.toSet());
    return new KnownNames(
        all.stream().map(Config::job).collect(Collectors.toCollection(LinkedHashSet::new)),
        all.stream().flatMap(config -> config.emits().stream()).distinct().toList(),
        ignored,
        call.reach().isUser());
  }

  private static int say(Invocation call, String job, List<Unmet> findings) {
    if (findings.isEmpty()) {
      return 0;
    }
    if (!new CommandAnswers(call).isJson()) {
      new CommandAnswers(call).say(job, json -> {});
    }
    for (Unmet finding : findings) {
      new CommandAnswers(call)
          .say(
              finding.toString(),
              json ->
                  json.member("job", job)
                      .member("stanza", finding.stanza())
                      .member("unknown", finding.kind())
                      .member("name", finding.name()));
    }
    return 1;
  }

  /** Reads one job, or all that are there and stay while they are read. */
  private static List<Config> read(Invocation call, Optional<String> job) {
    if (job.isPresent()) {
      if (job.get().isEmpty()) {
        throw new InitctlRefusal("Name may not be empty string");
      }
      return List.of(Config.of(call.upstart().job(job.get())));
    }
    List<Config> all = new ArrayList<>();
    for (Job one : call.upstart().jobs()) {
      try {
        all.add(Config.of(one));
      } catch (UnknownJobException gone) {
        // its file went away meanwhile
      }
    }
    return all;
  }

  /**
   * What concerns events in a job.
   *
   * @param job its name
   * @param emits the events that it emits
   * @param conditions what starts and stops it
   */
  private record Config(String job, List<String> emits, JobConditions conditions) {

    static final Comparator<Config> ORDER = Comparator.comparing(Config::job, HashOrder.bins());

    static Config of(Job job) {
      return new Config(job.name(), job.emits(), new JobConditions(job.startOn(), job.stopOn()));
    }
  }
}
