package org.upstart4j.cli.override;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.upstart4j.cli.command.CommandForm;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Option;
import org.upstart4j.cli.command.Parameter;
import org.upstart4j.jobfile.JobDirectory;
import org.upstart4j.jobfile.Verdict.Rejected;

/** {@code upstart enable} and {@code disable}: whether a job starts by itself. */
public final class SwitchCommand {

  private static final Option CONFDIR =
      Option.CONFDIR.meaning("the folder of job files (default: /etc/init)");
  private static final Option DRY_RUN =
      Option.flag("dry-run", "print what would change, and write nothing");
  private static final Option JSON = Option.JSON.meaning("print JSON");

  private SwitchCommand() {}

  /** What {@code upstart enable} takes. */
  public static CommandForm enable() {
    return form(true)
        .detailed(
            "Takes \"manual\" out of its override file, and removes the file if nothing else is in"
                + " it. For an old version this undoes what disable does for it.")
        .noting(
            "Exit status: 0 done, 1 if the job does not start by itself even so, if Upstart rejects"
                + " its files or they cannot be written, 2 wrong arguments.");
  }

  /** What {@code upstart disable} takes. */
  public static CommandForm disable() {
    return form(false)
        .detailed(
            "Puts \"manual\" into its override file, and changes nothing else there. The job can"
                + " still be started by hand; if it runs, it goes on. A version without override files"
                + " gets it in the job file; one without \"manual\" gets \"start on manual\", an event"
                + " that nobody emits.")
        .noting(
            "Exit status: 0 done, 1 if Upstart rejects the job's files or they cannot be written, 2"
                + " wrong arguments.");
  }

  private static CommandForm form(boolean on) {
    return CommandForm.of(call -> run(call, on))
        .taking(Parameter.one("JOB", "the job's name"))
        .with(CONFDIR)
        .with(Option.READER)
        .with(DRY_RUN, JSON);
  }

  private static int run(Invocation call, boolean on) throws IOException {
    JobDirectory folder =
        JobDirectory.of(Path.of(call.value(CONFDIR).orElse("/etc/init")), call.version());
    String job = call.word(0);
    Path conf = folder.confPath(job);
    if (!Files.isRegularFile(conf)) {
      throw new NoSuchFileException(conf.toString());
    }
    OverrideEdit edit = on ? OverrideEdit.enable(folder, job) : OverrideEdit.disable(folder, job);
    SwitchReport report = new SwitchReport(call, job, on, call.has(JSON), edit);
    if (call.has(DRY_RUN)) {
      return report.foretell(folder.explain(job), edit.verdict() instanceof Rejected);
    }
    edit.write();
    return report.done(folder.explain(job), folder.verdict(job) instanceof Rejected);
  }
}
