package org.upstart4j.cli.tree;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.upstart4j.Job;
import org.upstart4j.UnknownJobException;
import org.upstart4j.Upstart;
import org.upstart4j.cli.live.Choice;
import org.upstart4j.cli.reach.Reason;
import org.upstart4j.cli.terminal.Console;
import org.upstart4j.cli.terminal.Json;
import org.upstart4j.cli.terminal.Specs;
import org.upstart4j.cli.terminal.Visible;
import org.upstart4j.jobfile.JobDirectory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code upstart tree}: jobs, and what starts them. */
public final class TreeCommand implements Callable<Integer> {

  private final OptionSpec json = Specs.flag("Print JSON, an object a tree.", "--json");
  private final Choice choice =
      new Choice("Read the jobs of this folder, without asking an Upstart.");

  private final CommandSpec spec =
      choice
          .addTo(
              Specs.command(
                  "tree",
                  this,
                  "Print what starts which jobs, as a tree below the events.",
                  "What stands elsewhere in full is cut: (see above)."))
          .addOption(json);

  private TreeCommand() {}

  /** Describes the command. */
  public static CommandSpec spec() {
    return new TreeCommand().spec;
  }

  @Override
  public Integer call() throws IOException {
    Console console = new Console(spec);
    Optional<String> folder = choice.confdir();
    if (folder.isEmpty()) {
      return choice.ask(
          console,
          upstart -> {
            print(console, jobs(upstart));
            return rejected(console, Reason.rejected(upstart).values());
          });
    }
    JobDirectory jobs = JobDirectory.of(Path.of(folder.get()), choice.dialect());
    List<String> rejected = new ArrayList<>(jobs.nameless().values());
    for (String job : jobs.jobs()) {
      try {
        jobs.rejection(job, jobs.verdict(job)).ifPresent(rejected::add);
      } catch (IOException unreadable) {
        jobs.explainUnknown(job).ifPresent(rejected::add);
      }
    }
    print(console, jobs.definitions().values().stream().map(Known::of).toList());
    return rejected(console, rejected);
  }

  /** Names the files that are missing in the tree; returns the exit status. */
  private static int rejected(Console console, Collection<String> reasons) {
    console.out().flush();
    reasons.forEach(reason -> console.complain(Visible.text(reason)));
    return reasons.isEmpty() ? 0 : 1;
  }

  private static List<Known> jobs(Upstart upstart) {
    List<Known> jobs = new ArrayList<>();
    for (Job job : upstart.jobs()) {
      try {
        jobs.add(Known.of(job));
      } catch (UnknownJobException gone) {
        // its file went away meanwhile
      }
    }
    return jobs;
  }

  private void print(Console console, Collection<Known> jobs) throws IOException {
    for (Node root : Growth.of(jobs)) {
      if (json.<Boolean>getValue()) {
        Json.writeLine(console.out(), members -> Drawing.members(members, root));
      } else {
        new Drawing(console.out(), console.paint()).draw(root);
      }
    }
  }
}
