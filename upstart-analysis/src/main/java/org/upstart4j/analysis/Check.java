package org.upstart4j.analysis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.upstart4j.analysis.finding.Finding;
import org.upstart4j.analysis.finding.Fixed;
import org.upstart4j.analysis.finding.Rule;
import org.upstart4j.analysis.finding.Severity;
import org.upstart4j.analysis.internal.fix.Fixing;
import org.upstart4j.analysis.internal.ignore.Ignores;
import org.upstart4j.analysis.internal.model.Folder;
import org.upstart4j.analysis.internal.model.Surroundings;
import org.upstart4j.analysis.internal.rule.Report;
import org.upstart4j.analysis.internal.rule.RuleChecks;
import org.upstart4j.analysis.platform.Platform;
import org.upstart4j.analysis.platform.ShellSyntax;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.jobfile.JobDirectory;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.jobfile.Problem;
import org.upstart4j.jobfile.version.UpstartVersion;

/**
 * Checks a folder of job files for the Upstart that they are meant for. Immutable; safe for use by
 * several threads.
 *
 * <pre>{@code
 * Check check = Check.of(Platform.UBUNTU_14_04).with(Rule.NO_STOP_ON, Severity.WARNING);
 * for (Finding finding : check.check(JobDirectory.of(Path.of("init")))) {
 *   System.out.println(finding);
 * }
 * }</pre>
 *
 * <p>A check never looks at the system that it runs on, as the jobs are for another one.
 */
public final class Check {

  private final Target target;
  private final Map<Rule, Severity> severities;
  private final Surroundings surroundings;
  private final boolean ignores;

  private Check(
      Target target, Map<Rule, Severity> severities, Surroundings surroundings, boolean ignores) {
    this.target = target;
    this.severities = Collections.unmodifiableMap(new EnumMap<>(severities));
    this.surroundings = surroundings;
    this.ignores = ignores;
  }

  /**
   * A check for a target, with all rules as they are by default.
   *
   * @param target the target
   * @return the check
   */
  public static Check of(Target target) {
    Map<Rule, Severity> severities = new EnumMap<>(Rule.class);
    for (Rule rule : Rule.values()) {
      severities.put(rule, rule.severity());
    }
    return new Check(target, severities, Surroundings.UNKNOWN, true);
  }

  /**
   * A check for a platform.
   *
   * @param platform the platform
   * @return the check
   */
  public static Check of(Platform platform) {
    return of(Target.of(platform));
  }

  /**
   * A check for a version, on whatever platform: names of events and jobs are known if any platform
   * provides them.
   *
   * @param version the version
   * @return the check
   */
  public static Check of(UpstartVersion version) {
    return of(Target.of(version));
  }

  /**
   * The same check with another severity for a rule.
   *
   * @param rule the rule
   * @param severity how bad its findings are; {@link Severity#OFF} to have none
   * @return the check
   */
  public Check with(Rule rule, Severity severity) {
    Map<Rule, Severity> changed = new EnumMap<>(severities);
    changed.put(rule, severity);
    return new Check(target, changed, surroundings, ignores);
  }

  /**
   * The same check with only one rule.
   *
   * @param rule the rule, at its present severity, or as a warning if it is off
   * @return the check
   */
  public Check only(Rule rule) {
    Map<Rule, Severity> changed = new EnumMap<>(Rule.class);
    for (Rule other : Rule.values()) {
      changed.put(other, Severity.OFF);
    }
    Severity severity = severity(rule);
    changed.put(rule, severity == Severity.OFF ? Severity.WARNING : severity);
    return new Check(target, changed, surroundings, ignores);
  }

  /**
   * The same check, which also has a shell read the scripts ({@link Rule#SHELL_SYNTAX}).
   *
   * @param shells the shells; without them the rule finds nothing
   * @return the check
   */
  public Check withShells(ShellSyntax shells) {
    return new Check(target, severities, surroundings.withShells(shells), ignores);
  }

  /**
   * The same check, which knows the scripts of SysV init that the jobs stand beside ({@link
   * Rule#SYSV_TOO}).
   *
   * @param names the names of the files in {@code /etc/init.d}
   * @return the check
   */
  public Check withSysvScripts(Set<String> names) {
    return new Check(target, severities, surroundings.withSysvScripts(names), ignores);
  }

  /**
   * The same check, for which jobs and events of other files are known, too.
   *
   * @param context files that are read for what they provide, but have no findings themselves
   * @return the check
   */
  public Check withContext(JobFolder context) {
    return new Check(target, severities, surroundings.withContext(context), ignores);
  }

  /** {@return the same check, which disregards comments that turn rules off} */
  public Check withoutIgnores() {
    return new Check(target, severities, surroundings, false);
  }

  /** {@return the target} */
  public Target target() {
    return target;
  }

  /**
   * Says how bad a rule's findings are in this check.
   *
   * @param rule the rule
   * @return its severity
   */
  public Severity severity(Rule rule) {
    return Objects.requireNonNull(severities.get(rule));
  }

  /**
   * Checks a folder as it is at this moment.
   *
   * @param directory the folder
   * @return the findings by file and place; of a file that Upstart rejects first the reason for
   *     that
   * @throws IOException if the folder itself cannot be read
   */
  public List<Finding> check(JobDirectory directory) throws IOException {
    return check(directory.read());
  }

  /**
   * Checks a folder.
   *
   * @param contents what the folder holds
   * @return the findings by file and place; of a file that Upstart rejects first the reason for
   *     that
   */
  public List<Finding> check(JobFolder contents) {
    Folder folder = new Folder(target, contents, surroundings);
    List<Finding> findings = new ArrayList<>();
    for (Rule rule : Rule.values()) {
      if (severity(rule) != Severity.OFF) {
        RuleChecks.of(rule).check(folder, new Report(rule, severity(rule), findings));
      }
    }
    List<Finding> left = ignores ? Ignores.apply(folder, findings, this::severity) : findings;
    left.sort(order(rejecting(folder)));
    return List.copyOf(left);
  }

  /** By file; what it is rejected for first, then by place, then by rule. */
  private static Comparator<Finding> order(Set<Problem> rejecting) {
    return Comparator.comparing(Finding::file)
        .thenComparing(finding -> finding.problem().filter(rejecting::contains).isEmpty())
        .thenComparing(finding -> finding.span().start())
        .thenComparing(Finding::rule);
  }

  /** Of each file the problem that it is rejected for. */
  private static Set<Problem> rejecting(Folder folder) {
    Set<Problem> rejecting = Collections.newSetFromMap(new IdentityHashMap<>());
    folder.files().stream()
        .filter(file -> !file.problems().isEmpty())
        .forEach(file -> rejecting.add(file.problems().get(0)));
    return rejecting;
  }

  /**
   * Applies the fixes that there are to a folder. Of two that touch each other one is applied; then
   * the folder is checked again, until nothing is left that can be fixed.
   *
   * @param contents what the folder holds
   * @param unsafe whether unsafe fixes are applied, too
   * @return the folder after that, and what is left; nothing is written anywhere
   */
  public Fixed fix(JobFolder contents, boolean unsafe) {
    return new Fixing(this::check, unsafe).fix(contents);
  }
}
