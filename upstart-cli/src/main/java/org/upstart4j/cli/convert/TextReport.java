package org.upstart4j.cli.convert;

import java.io.PrintWriter;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.upstart4j.cli.command.TextWrap;
import org.upstart4j.cli.terminal.Paint;
import org.upstart4j.cli.terminal.Visible;
import org.upstart4j.systemd.finding.ConversionFinding;
import org.upstart4j.systemd.finding.Level;

/**
 * Prints for people what became of jobs.
 *
 * @param out where it goes
 * @param paint how it looks
 * @param columns how wide it may be
 * @param verbose whether what is exact is printed, too
 */
record TextReport(PrintWriter out, Paint paint, int columns, boolean verbose) {

  private static final String INDENT = "    ";
  private static final int FEW = 3;

  /** What Upstart does in several jobs without being told, and what becomes of it. */
  private record Habit(Level level, String marks, String directive, String reason) {

    static Habit of(ConversionFinding finding) {
      return new Habit(
          finding.level(),
          FindingText.marks(finding),
          finding.directive().orElse(""),
          FindingText.reason(finding));
    }
  }

  /** Prints the findings: those of stanzas by their places, then what no stanza says. */
  void findings(Converted converted) {
    Set<String> said = new HashSet<>();
    Map<Habit, Set<String>> habits = new LinkedHashMap<>();
    for (ConversionFinding finding : converted.findings()) {
      boolean isShown = verbose || finding.level() != Level.EXACT;
      if (isShown && finding.isImplicit()) {
        habits.computeIfAbsent(Habit.of(finding), none -> new TreeSet<>()).add(finding.job());
      } else if (isShown) {
        stanza(converted.source(), finding, said);
      }
    }
    habits.forEach((habit, jobs) -> habit(habit, jobs, converted.conversion().units().size()));
  }

  /** Prints findings with all that they say, indented. */
  void reasons(Source source, List<ConversionFinding> findings) {
    for (ConversionFinding finding : findings) {
      String stanza = finding.isImplicit() ? "no stanza" : FindingText.stanza(finding);
      String reason = FindingText.reason(finding);
      indented(
          FindingText.place(source, finding)
              + ": "
              + stanza
              + (reason.isEmpty() ? "" : ": " + reason)
              + " "
              + FindingText.marks(finding));
    }
  }

  /** A reason that stands further up is not said again. */
  private void stanza(Source source, ConversionFinding finding, Set<String> said) {
    String reason = FindingText.reason(finding);
    boolean isNew = said.add(finding.code() + reason);
    out.println(
        paint.place(Visible.text(FindingText.place(source, finding)) + ":")
            + " "
            + level(finding.level())
            + "  "
            + Visible.text(FindingText.stanza(finding))
            + finding.directive().map(says -> " -> " + Visible.text(says)).orElse("")
            + " "
            + FindingText.marks(finding)
            + (verbose ? FindingText.since(finding) : "")
            + (isNew || reason.isEmpty() ? "" : " (see above)"));
    if (isNew) {
      indented(reason);
    }
  }

  private void habit(Habit habit, Set<String> jobs, int all) {
    String whose =
        jobs.size() == all && all > 1
            ? "all jobs"
            : jobs.size() <= FEW ? String.join(", ", jobs) : Counts.of(jobs.size(), "job");
    out.println(
        paint.place(Visible.text(whose) + ":")
            + " "
            + level(habit.level())
            + "  no stanza"
            + (habit.directive().isEmpty() ? "" : " -> " + Visible.text(habit.directive()))
            + " "
            + habit.marks());
    indented(habit.reason());
  }

  private void indented(String text) {
    if (!text.isEmpty()) {
      TextWrap.indented(Visible.text(text), INDENT, columns).forEach(out::println);
    }
  }

  private String level(Level level) {
    return switch (level) {
      case EXACT -> paint.good(level.word());
      case DEAD -> paint.remark(level.word());
      case APPROXIMATE -> paint.doubtful(level.word());
      case BY_HAND, LOST -> paint.bad(level.word());
    };
  }

  /** Prints how much there is of everything. */
  void summary(Converted converted) {
    int scripts = converted.scripts();
    int units = converted.conversion().files().size() - scripts;
    int jobs = converted.jobs().size();
    out.println(
        Counts.of(jobs, "job")
            + ": "
            + Counts.of(units, "unit")
            + (scripts == 0 ? "" : ", " + Counts.of(scripts, "helper script"))
            + " ("
            + converted.settings().target().name()
            + " -> systemd "
            + converted.settings().systemd()
            + ")");
    if (!converted.counts().isEmpty()) {
      out.println("stanzas and events: " + Counts.of(converted.counts()));
    }
    int finished = converted.finishedJobs();
    String rest = finished + " of " + Counts.of(jobs, "job") + " with nothing by hand or lost";
    out.println(finished == jobs ? paint.good(rest) : paint.bad(rest));
  }

  /** Prints what to do next. */
  void next(List<String> lines) {
    lines.forEach(line -> out.println(Visible.text(line)));
  }
}
