package org.upstart4j.cli.convert;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.upstart4j.cli.command.Inputs;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Misuse;
import org.upstart4j.cli.prove.machine.SystemdHost;
import org.upstart4j.cli.terminal.CliConsole;
import org.upstart4j.cli.terminal.Paint;
import org.upstart4j.cli.terminal.Terminal;
import org.upstart4j.cli.terminal.Visible;
import org.upstart4j.systemd.Conversion;
import org.upstart4j.systemd.ConvertedFile;
import org.upstart4j.systemd.finding.ConversionFinding;
import org.upstart4j.systemd.unit.UnitFile;

/** One run of {@code upstart convert}. */
final class ConvertRun {

  private static final String PAGE = "report.html";

  private final Invocation call;
  private final CliConsole console;
  private final ReportFormat format;
  private final ConvertSettings settings;
  private final Optional<String> out;

  /** Whether something is wrong that is no matter of levels. */
  private boolean isWrong;

  ConvertRun(Invocation call, ReportFormat format) {
    this.call = call;
    this.console = call.console();
    this.format = format;
    this.settings = ConvertSettings.read(call);
    this.out = call.value(ConvertOptions.OUT);
    if (out.equals(Optional.of(""))) {
      throw new Misuse("--out takes a folder, or - for the standard output");
    }
  }

  /** Converts everything; returns the exit status. */
  int run() throws IOException {
    Optional<String> job = call.value(ConvertOptions.JOB);
    Source source = Source.read(call.word(0), job, settings.target().version());
    if (source.isFolder() && job.isPresent() && !call.has(ConvertOptions.DIFF)) {
      throw new Misuse("--job goes with a file, or with --diff");
    }
    source.unreadable().forEach(this::wrong);
    if (source.folder().jobs().isEmpty()) {
      wrong(source.name() + ": no job file is there");
      return 1;
    }
    Conversion conversion = settings.conversion().convert(source.folder());
    if (!call.has(ConvertOptions.PROVE)) {
      return report(new Converted(source, settings, conversion, conversion.findings()));
    }
    SystemdHost host = SystemdHost.here();
    if (host instanceof SystemdHost.Lacking lacking) {
      lacking.reasons().forEach(reason -> wrong("--prove cannot be done here: " + reason));
      return 1;
    }
    return report(new Converted(source, settings, conversion, proved(host, source, conversion)));
  }

  private void wrong(String complaint) {
    isWrong = true;
    console.complain(Visible.text(complaint));
  }

  /** Proves what can be proved, if that is asked for. */
  private List<ConversionFinding> proved(SystemdHost host, Source source, Conversion conversion) {
    FolderProof proof =
        FolderProof.of(host, settings, source.folder(), conversion, console::complain);
    isWrong |= proof.isRefuted();
    proof.lines().forEach(line -> console.complain(Visible.text(line)));
    return proof.marked();
  }

  private int report(Converted converted) throws IOException {
    boolean isReported = format == ReportFormat.TEXT && !call.has(ConvertOptions.DIFF);
    if (!isReported) {
      converted.rejected().forEach(finding -> complain(converted.source(), finding));
    }
    Optional<String> unit = call.value(ConvertOptions.DIFF);
    if (unit.isPresent()) {
      compare(converted, unit.get());
    } else if (isPrinted()) {
      converted.conversion().files().values().forEach(this::print);
      report().findings(converted);
      report().summary(converted);
    } else if (out.isEmpty()) {
      print(converted);
    } else if (!write(converted, out.get())) {
      return 1;
    }
    boolean isUnfinished = call.has(ConvertOptions.STRICT) && !converted.isFinished();
    boolean isRejected = !converted.rejected().isEmpty();
    return isWrong || isRejected || isUnfinished ? 1 : 0;
  }

  private void complain(Source source, ConversionFinding finding) {
    console.complain(Visible.text(FindingText.place(source, finding) + ": " + finding.reason()));
  }

  private boolean isPrinted() {
    return out.equals(Optional.of(Inputs.STANDARD_INPUT));
  }

  /** As {@code systemctl cat} does. */
  private void print(ConvertedFile file) {
    console.out().println("# " + Visible.text(file.path()));
    console.print(file.bytes());
    console.out().println();
  }

  /** What is printed for people; elsewhere if files are printed. */
  private TextReport report() {
    PrintWriter to = isPrinted() ? console.err() : console.out();
    int columns = isPrinted() ? Terminal.columnsOfErrors() : Terminal.columnsForPeople();
    return new TextReport(
        to, isPrinted() ? Paint.PLAIN : console.paint(), columns, call.has(ConvertOptions.VERBOSE));
  }

  private void print(Converted converted) throws IOException {
    switch (format) {
      case TEXT -> {
        report().findings(converted);
        report().summary(converted);
        report().next(List.of("Nothing is written without --out DIR."));
      }
      case JSON -> new JsonReport(console.out()).findings(converted);
      case HTML -> console.print(HtmlReport.of(converted));
    }
  }

  /** Writes all files, then the report about them; returns whether that could be. */
  private boolean write(Converted converted, String name) throws IOException {
    List<NewFile> files = new ArrayList<>();
    converted.conversion().files().values().forEach(file -> files.add(NewFile.of(file)));
    if (format == ReportFormat.HTML) {
      files.add(NewFile.readable(PAGE, HtmlReport.of(converted)));
    }
    OutputFolder folder =
        new OutputFolder(Inputs.path(name), files, call.has(ConvertOptions.FORCE));
    if (!folder.obstacles().isEmpty()) {
      folder.obstacles().forEach(console::complain);
      console.complain(
          "nothing was written" + (folder.isOnlyInUse() ? "; --force replaces files" : ""));
      return false;
    }
    folder.write();
    tell(converted, name, folder);
    return true;
  }

  private void tell(Converted converted, String name, OutputFolder folder) throws IOException {
    if (format == ReportFormat.JSON) {
      new JsonReport(console.out()).findings(converted);
      return;
    } else if (format == ReportFormat.TEXT) {
      report().findings(converted);
    }
    report().summary(converted);
    List<String> lines = new ArrayList<>();
    lines.add(
        "Wrote "
            + Counts.of(folder.changed(), "file")
            + " to "
            + name
            + (folder.unchanged() == 0 ? "" : "; " + folder.unchanged() + " were there already"));
    lines.addAll(NextSteps.of(converted, name));
    report().next(lines);
  }

  private void compare(Converted converted, String file) throws IOException {
    String job = jobToCompare(converted);
    @Nullable String name = converted.conversion().units().get(job);
    ConvertedFile ours = name == null ? null : converted.conversion().files().get(name);
    if (name == null || !(ours instanceof ConvertedFile.Unit unit)) {
      wrong(job + " becomes no unit");
      return;
    }
    UnitFile theirs = UnitFile.parse(Files.readAllBytes(Inputs.path(file)));
    theirs.problems().forEach(problem -> console.complain(Visible.text(file + ":" + problem)));
    List<UnitDifference> differences =
        UnitDifference.between(
            UnitSettings.of(theirs),
            UnitSettings.of(unit.file()),
            converted.findings().stream()
                .filter(finding -> finding.unit().equals(Optional.of(name)))
                .toList());
    DifferenceReport report =
        new DifferenceReport(console.out(), converted.source(), job, name, file);
    if (format == ReportFormat.JSON) {
      report.json(differences);
    } else {
      report.text(report(), differences);
    }
  }

  private String jobToCompare(Converted converted) {
    List<String> jobs = List.copyOf(converted.source().folder().jobs());
    Optional<String> named = call.value(ConvertOptions.JOB);
    if (named.isPresent() && !jobs.contains(named.get())) {
      throw Misuse.near("--job: there is no job \"" + named.get() + "\"", named.get(), jobs);
    } else if (named.isEmpty() && jobs.size() > 1) {
      throw new Misuse("--diff compares one job; say which by --job");
    }
    return named.orElse(jobs.get(0));
  }
}
