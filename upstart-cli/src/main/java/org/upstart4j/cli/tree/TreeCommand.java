package org.upstart4j.cli.tree;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.upstart4j.cli.command.CommandForm;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Misuse;
import org.upstart4j.cli.command.Option;
import org.upstart4j.cli.command.Parameter;
import org.upstart4j.cli.terminal.Visible;
import org.upstart4j.jobfile.JobDirectory;

/** {@code upstart tree}: jobs, and what starts them. */
public final class TreeCommand {

  private static final Option UP =
      Option.flag("up", "print what starts JOB, up to the roots, not what it sets off");
  private static final Option JSON = Option.JSON.meaning("print JSON, one object per tree");
  private static final Option CONFDIR =
      Option.CONFDIR.meaning("read the jobs of this folder, without asking an Upstart");

  private TreeCommand() {}

  /** What the command takes. */
  public static CommandForm form() {
    return CommandForm.of(TreeCommand::run)
        .detailed(
            "Without JOB, all trees: that of startup first, then those with the most jobs.",
            "With JOB, what it sets off, or with --up what starts it.")
        .taking(Parameter.optional("JOB", "the job's name"))
        .with(UP, JSON)
        .with(Option.reach(CONFDIR))
        .noting(
            "A job stands below the event that completes its condition, and says what else the "
                + "condition needs. Elsewhere it is only named: (see above), (see below), (cycle).",
            "Exit status: 0 done, 1 if a job file is rejected or there is no such job, "
                + "2 wrong arguments.");
  }

  private static int run(Invocation call) throws IOException {
    Optional<String> job = call.arguments().word(0);
    if (call.has(UP) && job.isEmpty()) {
      throw new Misuse("--up needs a JOB");
    }
    Optional<String> folder = call.value(CONFDIR);
    TreeSource source =
        folder.isPresent()
            ? TreeSource.of(JobDirectory.of(Path.of(folder.get()), call.version()))
            : TreeSource.of(call.upstart());
    TreePrint print = new TreePrint(call.console(), new Links(source.jobs()), call.has(JSON));
    if (job.isEmpty()) {
      print.all();
    } else {
      print.job(source.job(job.get()), call.has(UP));
    }
    source.rejected().forEach(reason -> call.console().complain(Visible.text(reason)));
    return source.rejected().isEmpty() ? 0 : 1;
  }
}
