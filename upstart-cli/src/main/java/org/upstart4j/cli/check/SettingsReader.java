package org.upstart4j.cli.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.upstart4j.analysis.finding.Rule;
import org.upstart4j.analysis.finding.Severity;
import org.upstart4j.analysis.platform.Platform;
import org.upstart4j.analysis.platform.PlatformSyntaxException;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.cli.check.ConfigFile.Setting;
import org.upstart4j.cli.command.Inputs;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Misuse;
import org.upstart4j.cli.command.Option;
import org.upstart4j.cli.command.TargetName;
import org.upstart4j.jobfile.version.UpstartVersion;

/** Reads the settings; those of the command line come before those of a file. */
final class SettingsReader {

  private final Invocation call;
  private final ConfigFile config;

  private SettingsReader(Invocation call, ConfigFile config) {
    this.call = call;
    this.config = config;
  }

  /**
   * The settings of a call.
   *
   * @throws Misuse if they make no sense
   */
  static CheckSettings read(Invocation call) {
    Optional<Path> file = file(call);
    return new SettingsReader(call, file.map(ConfigFile::read).orElse(ConfigFile.NONE))
        .settings(file);
  }

  private static Optional<Path> file(Invocation call) {
    Optional<String> named = call.value(CheckOptions.CONFIG);
    if (call.has(CheckOptions.NO_CONFIG)) {
      if (named.isPresent()) {
        throw new Misuse("--config and --no-config exclude each other");
      }
      return Optional.empty();
    } else if (named.isPresent()) {
      return named.map(Path::of);
    }
    // jobs of other hosts are in no folder here
    String first = call.has(Option.INVENTORY) ? "." : call.word(0);
    String start =
        first.equals(Inputs.STANDARD_INPUT)
            ? call.value(CheckOptions.STDIN_NAME).orElse(".")
            : first;
    return new ConfigSearch(call.console()).from(Path.of(start));
  }

  private CheckSettings settings(Optional<Path> file) {
    return new CheckSettings(
        targets(), severities(), failOn(), path("init-d"), path("baseline"), file);
  }

  private List<Target> targets() {
    List<Platform> own = platforms();
    Set<Target> targets = new LinkedHashSet<>();
    for (String name : call.arguments().values(CheckOptions.FOR)) {
      targets.add(TargetName.target(name, own));
    }
    if (call.has(CheckOptions.DIALECT)) {
      if (!targets.isEmpty()) {
        throw new Misuse("--dialect and --for exclude each other");
      }
      call.reachOptions().version().map(Target::of).ifPresent(targets::add);
    }
    if (targets.isEmpty()) {
      config.all("for").forEach(setting -> addTargets(setting, own, targets));
    }
    if (targets.isEmpty()) {
      own.forEach(platform -> targets.add(Target.of(platform)));
    }
    return targets.isEmpty() ? List.of(Target.of(UpstartVersion.NEWEST)) : List.copyOf(targets);
  }

  private void addTargets(Setting setting, List<Platform> own, Set<Target> targets) {
    for (String name : setting.value().split("[,\\s]+")) {
      targets.add(placed(setting, () -> TargetName.target(name, own)));
    }
  }

  private List<Platform> platforms() {
    List<Path> files = new ArrayList<>();
    call.arguments().values(CheckOptions.PLATFORM_FILE).forEach(name -> files.add(Path.of(name)));
    if (files.isEmpty()) {
      config.all("platform-file").forEach(setting -> files.add(config.resolve(setting)));
    }
    return files.stream().map(SettingsReader::platform).toList();
  }

  private static Platform platform(Path file) {
    try {
      return Platform.read(Files.readString(file));
    } catch (PlatformSyntaxException failure) {
      throw new Misuse(file + ": " + failure.getMessage());
    } catch (IOException failure) {
      throw Unreadable.misuse(failure);
    }
  }

  private Map<Rule, Severity> severities() {
    Map<Rule, Severity> severities = new EnumMap<>(Rule.class);
    for (Setting setting : config.rules()) {
      placed(setting, () -> severities.put(rule(setting.key()), severity(setting.value())));
    }
    for (String given : call.arguments().values(CheckOptions.RULE)) {
      int equals = given.indexOf('=');
      if (equals < 0) {
        throw new Misuse("--rule takes RULE=SEVERITY, for example unknown-event=error: " + given);
      }
      severities.put(rule(given.substring(0, equals)), severity(given.substring(equals + 1)));
    }
    return severities;
  }

  private Severity failOn() {
    Optional<String> given = call.value(CheckOptions.FAIL_ON);
    if (given.isPresent()) {
      return threshold(given.get());
    }
    Optional<Setting> setting = config.last("fail-on");
    return setting.isEmpty()
        ? Severity.WARNING
        : placed(setting.get(), () -> threshold(setting.get().value()));
  }

  private Optional<Path> path(String name) {
    Optional<String> given =
        call.value(name.equals("init-d") ? CheckOptions.INIT_D : CheckOptions.BASELINE);
    return given.isPresent() ? given.map(Path::of) : config.last(name).map(config::resolve);
  }

  /** Reads a value of the file, whose complaints begin with the place. */
  private <T> T placed(Setting setting, Value<T> value) {
    try {
      return value.read();
    } catch (Misuse misuse) {
      throw misuse.at(config.place(setting));
    }
  }

  private interface Value<T> {
    T read();
  }

  /** The rule of a name. */
  static Rule rule(String name) {
    return Rule.find(name)
        .orElseThrow(
            () ->
                Misuse.near(
                    "there is no rule \"" + name + "\"; upstart check --explain lists them",
                    name,
                    Arrays.stream(Rule.values()).map(Rule::id).toList()));
  }

  private static Severity threshold(String word) {
    return Severity.find(word)
        .filter(severity -> severity != Severity.OFF)
        .orElseThrow(
            () -> new Misuse("illegal argument: " + word + "; there are info, warning, error"));
  }

  private static Severity severity(String word) {
    return Severity.find(word)
        .orElseThrow(
            () ->
                new Misuse("illegal argument: " + word + "; there are off, info, warning, error"));
  }
}
