package org.upstart4j.cli.fleet;

import java.util.List;
import org.upstart4j.cli.command.TextWrap;
import org.upstart4j.cli.terminal.CliConsole;
import org.upstart4j.cli.terminal.Paint;
import org.upstart4j.cli.terminal.Progress;
import org.upstart4j.cli.terminal.Terminal;
import org.upstart4j.cli.terminal.Visible;
import org.upstart4j.fleet.HostResult;

/**
 * Tells people: a line of each host as it is done, and equal answers once at the end. What went
 * wrong goes to the standard error.
 */
final class TextReport implements HostReport {

  private static final int WIDEST_NAME = 30;
  private static final String INDENT = "  ";

  private final CliConsole console;
  private final Look look;
  private final WaysTaken ways;
  private final Progress progress;
  private final Grouping groups;
  private final int width;

  /**
   * What is printed.
   *
   * @param eachHost whether the answer of each host is printed as it comes
   * @param groups whether equal answers are printed at the end
   * @param summary whether the numbers are told though all is well
   * @param fallBacks whether hosts are named that had to be asked through initctl
   */
  record Look(boolean eachHost, boolean groups, boolean summary, boolean fallBacks) {}

  /** A report on hosts of these names. */
  TextReport(CliConsole console, Look look, Progress progress, List<String> names, WaysTaken ways) {
    this.console = console;
    this.look = look;
    this.ways = ways;
    this.progress = progress;
    this.groups = new Grouping(names);
    int longest = 0;
    for (String name : names) {
      longest = Math.max(longest, name.length());
    }
    this.width = Math.min(longest, WIDEST_NAME);
  }

  @Override
  public void add(HostResult<Answer> result) {
    String host = result.host().name();
    if (result instanceof HostResult.Answer<Answer> answered) {
      Answer answer = answered.value();
      groups.add(host, answer.alike(), answer.alike(), answer.isOk());
      if (look.eachHost()) {
        progress.aside(() -> print(host, answer.lines(console.paint())));
      }
      return;
    }
    List<String> why = Fate.of(result).lines();
    List<String> alike = why.stream().map(line -> Nameless.text(result.host(), line)).toList();
    groups.add(host, why, alike, false);
    if (look.eachHost() && result instanceof HostResult.Failure<Answer>) {
      progress.aside(() -> why.forEach(line -> console.complain(shown(host) + ": " + line)));
    }
  }

  private void print(String host, List<String> lines) {
    String name = shown(host);
    String padded = name + " ".repeat(Math.max(0, width - name.length())) + INDENT;
    for (String line : lines) {
      console.out().println(console.paint().strong(padded) + line);
    }
    console.out().flush();
  }

  private static String shown(String host) {
    return Visible.text(host);
  }

  @Override
  public void finish(Tally tally, Course course) {
    if (look.groups()) {
      printGroups();
    }
    if (look.fallBacks()) {
      ways.fallBacks().forEach(line -> console.complain(Visible.text(line)));
    }
    if (course.namesFailed()) {
      name("failed", tally.failed());
    }
    name("unknown how it has ended", tally.unknown());
    name("never tried", tally.untried());
    if (look.summary() || !tally.isWell() || !course.end().isEmpty()) {
      String end = course.end().isEmpty() ? "" : "; ended: " + Visible.text(course.end());
      console.complain(tally.summary() + end);
    }
  }

  private void name(String how, List<String> hosts) {
    if (!hosts.isEmpty()) {
      console.complain(how + ": " + shown(HostNames.folded(hosts)));
    }
  }

  private void printGroups() {
    boolean isFirst = !look.eachHost();
    for (Grouping.Group group : groups.groups()) {
      if (!isFirst) {
        console.out().println();
      }
      isFirst = false;
      print(group);
    }
    console.out().flush();
  }

  private void print(Grouping.Group group) {
    int number = group.hosts().size();
    Paint paint = console.paint();
    String hosts =
        shown(HostNames.folded(group.hosts()))
            + " ("
            + number
            + (number == 1 ? " host)" : " hosts)");
    for (String line : TextWrap.indented(hosts, "", Terminal.columnsForPeople())) {
      console.out().println(group.isOk() ? paint.strong(line) : paint.bad(line));
    }
    group.lines().forEach(line -> console.out().println(INDENT + line));
  }
}
