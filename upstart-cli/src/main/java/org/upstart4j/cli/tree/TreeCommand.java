package org.upstart4j.cli.tree;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.upstart4j.Job;
import org.upstart4j.UnknownJobException;
import org.upstart4j.Upstart;
import org.upstart4j.cli.command.CommandForm;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Option;
import org.upstart4j.cli.reach.Reason;
import org.upstart4j.cli.terminal.CliConsole;
import org.upstart4j.cli.terminal.JsonLine;
import org.upstart4j.cli.terminal.Visible;
import org.upstart4j.jobfile.JobDirectory;

/** {@code upstart tree}: jobs, and what starts them. */
public final class TreeCommand {

  private static final Option JSON = Option.JSON.meaning("print JSON, one object per tree");
  private static final Option CONFDIR =
      Option.CONFDIR.meaning("read the jobs of this folder, without asking an Upstart");

  private TreeCommand() {}

  /** What the command takes. */
  public static CommandForm form() {
    return CommandForm.of(TreeCommand::run)
        .detailed("A part that already stands further up is cut: (see above).")
        .with(JSON)
        .with(Option.reach(CONFDIR))
        .noting("Exit status: 0 done, 1 if a job file is rejected, 2 wrong arguments.");
  }

  private static int run(Invocation call) throws IOException {
    Optional<String> folder = call.value(CONFDIR);
    if (folder.isEmpty()) {
      print(call, jobs(call.upstart()));
      return rejected(call.console(), Reason.rejected(call.upstart()).values());
    }
    JobDirectory jobs = JobDirectory.of(Path.of(folder.get()), call.version());
    List<String> rejected = new ArrayList<>(jobs.nameless().values());
    for (String job : jobs.jobs()) {
      try {
        jobs.rejection(job, jobs.verdict(job)).ifPresent(rejected::add);
      } catch (IOException unreadable) {
        jobs.explainUnknown(job).ifPresent(rejected::add);
      }
    }
    print(call, jobs.definitions().values().stream().map(TreeJob::of).toList());
    return rejected(call.console(), rejected);
  }

  /** Names the files whose jobs are missing in the tree; returns the exit status. */
  private static int rejected(CliConsole console, Collection<String> reasons) {
    reasons.forEach(reason -> console.complain(Visible.text(reason)));
    return reasons.isEmpty() ? 0 : 1;
  }

  private static List<TreeJob> jobs(Upstart upstart) {
    List<TreeJob> jobs = new ArrayList<>();
    for (Job job : upstart.jobs()) {
      try {
        jobs.add(TreeJob.of(job));
      } catch (UnknownJobException gone) {
        // its file went away meanwhile
      }
    }
    return jobs;
  }

  private static void print(Invocation call, Collection<TreeJob> jobs) throws IOException {
    CliConsole console = call.console();
    for (TreePart root : Growth.of(jobs)) {
      if (call.has(JSON)) {
        JsonLine.write(console.out(), members -> Drawing.members(members, root));
      } else {
        new Drawing(console.out(), console.paint()).draw(root);
      }
    }
  }
}
