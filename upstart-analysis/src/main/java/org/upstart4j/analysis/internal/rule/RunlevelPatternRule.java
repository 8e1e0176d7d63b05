package org.upstart4j.analysis.internal.rule;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.upstart4j.analysis.finding.Fix;
import org.upstart4j.analysis.finding.TextEdit;
import org.upstart4j.analysis.internal.model.Awaited;
import org.upstart4j.analysis.internal.model.CheckedJob;
import org.upstart4j.analysis.internal.model.Folder;
import org.upstart4j.analysis.internal.model.ValueTest;

/** A pattern that matches no runlevel. */
final class RunlevelPatternRule implements JobRule {

  private static final List<String> IN_ORDER = List.of("RUNLEVEL", "PREVLEVEL");
  private static final Set<String> RUNLEVELS =
      Set.of("0", "1", "2", "3", "4", "5", "6", "S", "s", "N");

  /** Runlevels, but not as a pattern: without brackets, or with commas between them. */
  private static final Pattern ALMOST =
      Pattern.compile("[\\[(]?([!^]?)([0-6Ss](?:[,|-]?[0-6Ss])*)[\\])]?");

  @Override
  public void check(CheckedJob job, Folder folder, Report report) {
    Conditions.of(job).forEach(awaited -> check(awaited, report));
  }

  private static void check(Awaited awaited, Report report) {
    List<String> inOrder = inOrder(awaited);
    for (ValueTest test : awaited.tests()) {
      if (IN_ORDER.contains(test.variable(inOrder)) && matchesNothing(test)) {
        add(awaited, test, report);
      }
    }
  }

  /** The variables of an event that may carry a runlevel. */
  static List<String> inOrder(Awaited awaited) {
    return awaited.event().equals("runlevel") ? IN_ORDER : awaited.jobVariables();
  }

  private static boolean matchesNothing(ValueTest test) {
    return !test.isVariable()
        && !test.value().isEmpty()
        && RUNLEVELS.stream().noneMatch(test::passes);
  }

  private static void add(Awaited awaited, ValueTest test, Report report) {
    Optional<String> meant = test.negated() ? Optional.empty() : meant(test.value());
    String reason =
        "Runlevels are 0 to 6 and S, one character each, so \"%s\" never comes true here."
            .formatted(awaited.text());
    report.add(
        awaited.placed().file(),
        test.span(),
        "\"%s\" matches no runlevel".formatted(test.value()),
        meant.map(value -> reason + " Write \"" + value + "\".").orElse(reason),
        meant.map(value -> fix(awaited, test, value)));
  }

  private static Optional<String> meant(String value) {
    Matcher almost = ALMOST.matcher(value);
    if (!almost.matches()) {
      return Optional.empty();
    }
    String none = almost.group(1).isEmpty() ? "" : "!";
    String pattern = "[" + none + almost.group(2).replaceAll("[,|]", "") + "]";
    return Optional.of(pattern);
  }

  /** Changes when the job starts or stops, which is what was meant; so people look at it. */
  private static Fix fix(Awaited awaited, ValueTest test, String value) {
    String text = test.name().map(name -> name + "=").orElse("") + value;
    TextEdit edit = new TextEdit(awaited.placed().file().path(), test.span(), text);
    return new Fix("Write \"%s\"".formatted(text), false, List.of(edit));
  }
}
