package org.upstart4j.cli.check;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.upstart4j.analysis.finding.Rule;
import org.upstart4j.analysis.finding.Severity;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.cli.check.Subject.Place;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Misuse;
import org.upstart4j.cli.command.Option;
import org.upstart4j.cli.terminal.CliConsole;
import org.upstart4j.cli.terminal.Paint;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFolder;

/**
 * Checks the job files of other hosts, each for the host's own Upstart. Files that are the same on
 * many hosts are checked once. Thread-safe.
 */
public final class HostCheck {

  private static final String FOLDER = "/etc/init/";

  /** What is about files of this machine. */
  private static final List<Option> OF_FILES =
      List.of(
          CheckOptions.FIX,
          CheckOptions.DIFF,
          CheckOptions.UNSAFE_FIXES,
          CheckOptions.BASELINE,
          CheckOptions.WRITE_BASELINE,
          CheckOptions.INIT_D,
          CheckOptions.STDIN_NAME,
          CheckOptions.FORMAT,
          CheckOptions.EXPLAIN);

  private final Invocation call;
  private final CheckSettings settings;
  private final boolean isTargetNamed;
  private final Map<Target, Evaluation> evaluations = new ConcurrentHashMap<>();
  private final Map<Input, Verdict> verdicts = new ConcurrentHashMap<>();

  /** What makes a verdict what it is. */
  private record Input(Map<String, JobFile> checked, Map<String, JobFile> others, Target target) {}

  /**
   * What was found on a host.
   *
   * @param text lines for people
   * @param objects a finding each, in JSON
   * @param isWell whether no finding is as bad as the check must not find
   */
  public record Verdict(List<String> text, List<String> objects, boolean isWell) {}

  private HostCheck(Invocation call, CheckSettings settings, boolean isTargetNamed) {
    this.call = call;
    this.settings = settings;
    this.isTargetNamed = isTargetNamed;
  }

  /**
   * The check that a command asks for.
   *
   * @throws Misuse if its options make no sense for other hosts
   */
  public static HostCheck of(Invocation call) {
    for (Option option : OF_FILES) {
      if (call.has(option)) {
        throw new Misuse(option.spelled() + " is for files of this machine, not of other hosts");
      }
    }
    boolean isTargetNamed = call.has(CheckOptions.FOR) || call.has(CheckOptions.DIALECT);
    return new HostCheck(call, SettingsReader.read(call), isTargetNamed);
  }

  /** The check before a change: what Upstart rejects, and what cannot work. */
  public static HostCheck ofErrors(Invocation call) {
    Map<Rule, Severity> severities = new EnumMap<>(Rule.class);
    for (Rule rule : Rule.values()) {
      severities.put(rule, rule.severity() == Severity.ERROR ? Severity.ERROR : Severity.OFF);
    }
    CheckSettings settings =
        new CheckSettings(
            List.of(),
            severities,
            Severity.ERROR,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return new HostCheck(call, settings, false);
  }

  /**
   * Checks the files of a host.
   *
   * @param files all job files of its folder
   * @param jobs those that are checked; all if there are none
   * @param target its Upstart, unless the options name another one
   */
  public Verdict check(JobFolder files, Set<String> jobs, Target target) {
    Map<String, JobFile> checked = new TreeMap<>(files.files());
    Map<String, JobFile> others = new TreeMap<>();
    if (!jobs.isEmpty()) {
      others.putAll(files.files());
      checked.keySet().removeIf(file -> !jobs.contains(JobNames.job(file)));
      others.keySet().removeAll(Set.copyOf(checked.keySet()));
    }
    return verdicts.computeIfAbsent(new Input(checked, others, target), this::check);
  }

  private Verdict check(Input input) {
    CheckSettings own = isTargetNamed ? settings : settings.with(List.of(input.target()));
    NavigableMap<String, Place> places = new TreeMap<>();
    for (String file : input.checked().keySet()) {
      places.put(file, new Place(FOLDER + file, Optional.empty()));
    }
    Subject subject =
        new Subject(FOLDER, JobFolder.of(input.checked()), JobFolder.of(input.others()), places);
    List<Found> found =
        evaluations.computeIfAbsent(input.target(), target -> evaluation(own)).of(subject);
    Tally tally = new Tally(own.failOn());
    tally.add(subject, found);
    Scope scope = new Scope(own.targets());
    return new Verdict(
        printed(
            (out, console) -> {
              new TextOutput(console, out, Paint.PLAIN, scope, Integer.MAX_VALUE, true)
                  .add(subject, found);
              out.println(tally.summary());
            }),
        printed((out, console) -> new JsonOutput(console, out, scope).add(subject, found)),
        tally.isWell());
  }

  private Evaluation evaluation(CheckSettings own) {
    return new Evaluation(Checks.of(call, own, Shells.of(call, own).shells()));
  }

  private interface Printing {
    void print(PrintWriter out, CliConsole console) throws IOException;
  }

  private static List<String> printed(Printing printing) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    try {
      printing.print(out, new CliConsole("", out, out, Paint.PLAIN));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    out.flush();
    return text.toString().lines().toList();
  }
}
