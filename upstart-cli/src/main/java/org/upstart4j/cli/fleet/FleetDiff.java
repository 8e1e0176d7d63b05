package org.upstart4j.cli.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Option;
import org.upstart4j.cli.terminal.CliConsole;
import org.upstart4j.cli.terminal.JsonLine;
import org.upstart4j.cli.terminal.Paint;
import org.upstart4j.cli.terminal.UnifiedDiff;
import org.upstart4j.cli.terminal.Visible;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFolder;

/** {@code fleet diff}: whose files of a job differ from those of most hosts, and in what. */
final class FleetDiff {

  private static final int DIFFERENT = 1;
  private static final String NOTHING = "/dev/null";
  private static final JobFile EMPTY = JobFile.parse("");

  private final CliConsole console;
  private final boolean json;

  private FleetDiff(Invocation call) {
    this.console = call.console();
    this.json = call.has(Option.JSON);
  }

  /** Compares; returns the exit status. */
  static int run(Invocation call, String job) {
    FleetDiff diff = new FleetDiff(call);
    DiffReport[] made = new DiffReport[1];
    int status =
        FleetRun.of(
            call,
            (host, upstart) -> texts(FilesThere.of(upstart).job(job), job),
            usual -> made[0] = new DiffReport(usual, diff::print));
    return status == 0 && !made[0].isSame() ? DIFFERENT : status;
  }

  private static Answer texts(JobFolder folder, String job) {
    return new JobTexts(job, folder.conf(job), folder.override(job));
  }

  private void print(List<DiffReport.Group> groups) {
    for (DiffReport.Group group : groups) {
      if (json) {
        object(group, groups.get(0));
      } else {
        text(group, groups.get(0));
      }
    }
    console.out().flush();
  }

  private void text(DiffReport.Group group, DiffReport.Group most) {
    Paint paint = console.paint();
    int number = group.hosts().size();
    String count = number == 1 ? "1 host" : number + " hosts";
    String hosts = Visible.text(HostNames.folded(group.hosts())) + " (" + count + ")";
    console
        .out()
        .println(
            (group.equals(most) ? "" : "\n")
                + paint.strong(hosts)
                + ": "
                + group.files().lines(paint).get(0));
    console.out().flush();
    difference(group, most, paint).forEach(console::printPainted);
  }

  private static List<byte[]> difference(
      DiffReport.Group group, DiffReport.Group most, Paint paint) {
    return List.of(
        difference(group, most, ".conf", paint), difference(group, most, ".override", paint));
  }

  private static byte[] difference(
      DiffReport.Group group, DiffReport.Group most, String suffix, Paint paint) {
    Optional<JobFile> before = file(most, suffix);
    Optional<JobFile> after = file(group, suffix);
    return UnifiedDiff.between(
        name(most, suffix), before.orElse(EMPTY), name(group, suffix), after.orElse(EMPTY), paint);
  }

  private static Optional<JobFile> file(DiffReport.Group group, String suffix) {
    return suffix.equals(".conf") ? group.files().conf() : group.files().override();
  }

  /** As scp names it; what is not there is called as diff does. */
  private static String name(DiffReport.Group group, String suffix) {
    return file(group, suffix).isEmpty()
        ? NOTHING
        : group.hosts().get(0) + ":/etc/init/" + group.files().job() + suffix;
  }

  private void object(DiffReport.Group group, DiffReport.Group most) {
    StringBuilder diff = new StringBuilder();
    for (byte[] part : difference(group, most, Paint.PLAIN)) {
      diff.append(new String(part, StandardCharsets.UTF_8));
    }
    try {
      JsonLine.write(
          console.out(),
          json ->
              json.array("hosts", group.hosts(), host -> host)
                  .member("reference", group.equals(most))
                  .member("job", group.files().job())
                  .member("conf", group.files().conf().isPresent())
                  .member("override", group.files().override().isPresent())
                  .member("diff", diff.toString()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
