package org.upstart4j.analysis.internal.rule;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.upstart4j.analysis.finding.Rule;
import org.upstart4j.analysis.internal.model.Folder;
import org.upstart4j.jobfile.version.Feature;

/** What each rule does. The compiler insists on one for each. */
public final class RuleChecks {

  private static final Map<Rule, RuleCheck> CHECKS = checks();

  private RuleChecks() {}

  /** What a rule does. */
  public static RuleCheck of(Rule rule) {
    return Objects.requireNonNull(CHECKS.get(rule));
  }

  /** Whether a rule has what it needs to find anything in a folder. */
  public static boolean ran(Rule rule, Folder folder) {
    return switch (rule) {
      case SHELL_SYNTAX ->
          folder
              .surroundings()
              .shells()
              .flatMap(shells -> shells.program(folder.target().shell()))
              .isPresent();
      case SYSV_TOO -> !folder.surroundings().sysvScripts().isEmpty();
      case CHROMEOS_AUTHOR, CHROMEOS_DESCRIPTION, CHROMEOS_OOM, CHROMEOS_COMMAND ->
          folder.target().version().has(Feature.IMPORT);
      default -> true;
    };
  }

  private static Map<Rule, RuleCheck> checks() {
    Map<Rule, RuleCheck> checks = new EnumMap<>(Rule.class);
    for (Rule rule : Rule.values()) {
      checks.put(rule, check(rule));
    }
    return checks;
  }

  private static RuleCheck check(Rule rule) {
    return switch (rule) {
      case SYNTAX -> new SyntaxRule();
      case TOO_NEW -> new TooNewRule();
      case KILL_SIGNAL_NUMBER -> new KillSignalNumberRule();
      case KILL_ZERO -> new KillZeroRule();
      case UNKNOWN_EVENT -> new UnknownEventRule();
      case UNKNOWN_JOB -> new UnknownJobRule();
      case NEVER_STARTS -> new NeverStartsRule();
      case STARTS_ITSELF -> new StartsItselfRule();
      case ONE_TIME_AND_REPEATING -> new OneTimeAndRepeatingRule();
      case FIRES_PER_INSTANCE -> new FiresPerInstanceRule();
      case RUNLEVEL_PATTERN -> new RunlevelPatternRule();
      case INSTANCE_VARIABLE_UNSET -> new InstanceVariableUnsetRule();
      case SHELL_IS_TRACKED -> new ShellIsTrackedRule();
      case EXPECT_MISMATCH -> new ExpectMismatchRule();
      case SHELL_SYNTAX -> new ShellSyntaxRule();
      case EXEC_IS_NO_PROGRAM -> new ExecIsNoProgramRule();
      case UNREACHABLE_STATUS -> new UnreachableStatusRule();
      case BASHISM -> new BashismRule();
      case NOT_EXPANDED -> new NotExpandedRule();
      case HOME_UNSET -> new HomeUnsetRule();
      case LIMIT_WITHOUT_RESPAWN -> new LimitWithoutRespawnRule();
      case LAST_WINS -> new LastWinsRule();
      case SETUID_CANNOT -> new SetuidCannotRule();
      case POST_START_LOOP -> new PostStartLoopRule();
      case NEVER_READ -> new NeverReadRule();
      case SYSV_TOO -> new SysvTooRule();
      case NO_STOP_ON -> new NoStopOnRule();
      case STOP_ON_IN_TASK -> new StopOnInTaskRule();
      case CHROMEOS_AUTHOR -> new ChromeosAuthorRule();
      case CHROMEOS_DESCRIPTION -> new ChromeosDescriptionRule();
      case CHROMEOS_OOM -> new ChromeosOomRule();
      case CHROMEOS_COMMAND -> new ChromeosCommandRule();
      // these two are found where comments are applied, after all others
      case UNUSED_IGNORE, BAD_IGNORE -> RuleCheck.NONE;
    };
  }
}
