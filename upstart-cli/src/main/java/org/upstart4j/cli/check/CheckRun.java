package org.upstart4j.cli.check;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.upstart4j.cli.check.Mender.Mended;
import org.upstart4j.cli.check.Subject.Place;
import org.upstart4j.cli.command.Failures;
import org.upstart4j.cli.command.Inputs;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Misuse;
import org.upstart4j.cli.terminal.CliConsole;
import org.upstart4j.cli.terminal.Paint;
import org.upstart4j.cli.terminal.Progress;
import org.upstart4j.cli.terminal.Terminal;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFileChangedException;

/** One run of {@code upstart check}. */
final class CheckRun {

  /** So many files are checked for so long that it is said at once; few only after a while. */
  private static final int MANY = 500;

  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Invocation call;
  private final CliConsole console;
  private final CheckSettings settings;
  private final Tally tally;
  private final Shells shells;
  private final Evaluation evaluation;
  private final Optional<KnownFindings> known;
  private final Output output;
  private final boolean diff;
  private final boolean quiet;

  /** A run of a call; refuses settings that make no sense. */
  CheckRun(Invocation call) {
    this.call = call;
    this.console = call.console();
    this.settings = SettingsReader.read(call);
    this.tally = new Tally(settings.failOn());
    this.shells = Shells.of(call, settings);
    this.evaluation = new Evaluation(Checks.of(call, settings, shells.shells()));
    this.diff = call.has(CheckOptions.DIFF);
    this.quiet = call.has(CheckOptions.QUIET);
    this.known = known();
    this.output = output();
  }

  private Optional<KnownFindings> known() {
    boolean writes = call.has(CheckOptions.WRITE_BASELINE);
    if (writes && settings.baseline().isEmpty()) {
      throw new Misuse("--write-baseline needs --baseline FILE");
    }
    return settings.baseline().map(writes ? KnownFindings::none : KnownFindings::read);
  }

  private Output output() {
    // what is fixed goes to the standard output, and so does a difference
    boolean isTaken = diff || (call.has(CheckOptions.FIX) && isInput());
    PrintWriter out = isTaken ? console.err() : console.out();
    Scope scope = new Scope(settings.targets());
    return switch (Format.of(call)) {
      case TEXT ->
          new TextOutput(console, out, paint(isTaken), scope, Terminal.columnsForPeople(), quiet);
      case JSON -> new JsonOutput(console, out, scope);
      case GITHUB -> new GithubOutput(console, out, scope);
      case JUNIT -> new JunitOutput(out, scope);
      case SARIF -> new SarifOutput(out, scope);
    };
  }

  private boolean isInput() {
    return call.arguments().words().contains(Inputs.STANDARD_INPUT);
  }

  private Paint paint(boolean onErrors) {
    Paint paint = onErrors ? Paint.PLAIN : console.paint();
    String when = call.value(CheckOptions.COLOUR).orElse("auto");
    return switch (when) {
      case "always" -> paint.withColours();
      case "never" -> paint.withoutColours();
      case "auto" -> paint;
      default -> throw new Misuse("illegal argument: " + when + "; there are always, auto, never");
    };
  }

  /** Checks everything; returns the exit status. */
  int run() throws IOException {
    if (call.has(CheckOptions.VERBOSE)) {
      console.complain(settings.config().map(file -> "settings of " + file).orElse("no settings"));
      shells.used().forEach(console::complain);
    }
    if (!quiet) {
      shells.missing().forEach(console::complain);
    }
    SubjectReader reader =
        new SubjectReader(
            call.value(CheckOptions.STDIN_NAME),
            !call.has(CheckOptions.SYNTAX_ONLY),
            this::unreadable);
    for (Subject subject : reader.read(call.arguments().words())) {
      if (!console.isAbandoned()) {
        check(subject);
      }
    }
    if (call.has(CheckOptions.WRITE_BASELINE)) {
      return writeBaseline();
    }
    output.finish(tally);
    tellStale();
    return tally.status();
  }

  private int writeBaseline() throws IOException {
    int written = known.orElseThrow().write();
    if (!quiet) {
      console
          .out()
          .println(settings.baseline().orElseThrow() + ": " + Tally.count(written, "finding"));
    }
    return tally.status() == 2 ? 2 : 0;
  }

  private void tellStale() {
    int stale = known.map(KnownFindings::stale).orElse(0);
    if (stale > 0 && !quiet) {
      console.complain(
          settings.baseline().orElseThrow()
              + ": "
              + Tally.count(stale, "finding")
              + " of it no longer found; --write-baseline brings it up to date");
    }
  }

  private void unreadable(String complaint) {
    tally.addUnreadable();
    console.complain(complaint);
  }

  private void check(Subject subject) throws IOException {
    List<Found> found;
    Mended mended;
    try (Progress progress = progress(subject)) {
      found = evaluation.of(subject);
      mended =
          call.has(CheckOptions.FIX)
              ? new Mender(evaluation, call.has(CheckOptions.UNSAFE_FIXES)).mend(subject, found)
              : new Mended(subject, found, List.of());
    }
    if (diff) {
      changed(subject, mended.subject()).forEach((file, text) -> printDiff(subject, file, text));
      add(subject, found);
    } else {
      write(subject, mended);
      add(mended.subject(), mended.left());
    }
  }

  private Progress progress(Subject subject) {
    int files = subject.files().size();
    String line = "checking " + subject.name() + " (" + Tally.count(files, "file") + ") ...";
    return quiet
        ? Progress.none()
        : Progress.after(files > MANY ? Duration.ZERO : PATIENCE, () -> line);
  }

  private void add(Subject subject, List<Found> all) throws IOException {
    List<Found> found = known.map(known -> known.without(subject, all)).orElse(all);
    tally.add(subject, found);
    tally.addKnown(all.size() - found.size());
    if (!diff && !call.has(CheckOptions.WRITE_BASELINE)) {
      output.add(subject, found);
    }
  }

  private static Map<String, JobFile> changed(Subject before, Subject after) {
    Map<String, JobFile> old = before.files();
    Map<String, JobFile> changed = new TreeMap<>(after.files());
    changed.entrySet().removeIf(entry -> entry.getValue().equals(old.get(entry.getKey())));
    return changed;
  }

  private void printDiff(Subject before, String file, JobFile after) {
    console.printDiff(before.label(file), before.text(file).orElseThrow(), after);
  }

  private void write(Subject before, Mended mended) {
    Map<String, JobFile> changed = changed(before, mended.subject());
    for (Map.Entry<String, JobFile> entry : changed.entrySet()) {
      Place place = before.places().get(entry.getKey());
      if (place != null && place.path().isPresent()) {
        write(place.path().get(), before.text(entry.getKey()).orElseThrow(), entry.getValue());
      }
    }
    if (call.has(CheckOptions.FIX) && isInput()) {
      mended.subject().files().values().forEach(text -> console.print(text.toBytes()));
    }
    mended.fixed().forEach(one -> tell(before, one));
  }

  /** Another run that mends the same file at the same time comes to the same text. */
  private void write(Path path, JobFile before, JobFile after) {
    try {
      after.write(path, before);
    } catch (JobFileChangedException changed) {
      if (!holds(path, after)) {
        unreadable(Failures.describe(changed));
      }
    } catch (IOException failure) {
      unreadable(Failures.describe(failure));
    }
  }

  private static boolean holds(Path path, JobFile text) {
    try {
      return JobFile.read(path).equals(text);
    } catch (IOException unreadable) {
      return false;
    }
  }

  private void tell(Subject subject, Found fixed) {
    if (!quiet) {
      console.complain(
          "fixed "
              + subject.label(fixed.finding().file())
              + ":"
              + fixed.finding().span()
              + ": "
              + fixed.finding().fix().orElseThrow().title()
              + " ["
              + fixed.finding().rule()
              + "]");
    }
  }
}
