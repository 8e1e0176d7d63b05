package org.upstart4j.cli.initctl2dot;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.upstart4j.Job;
import org.upstart4j.UnknownJobException;
import org.upstart4j.Upstart;
import org.upstart4j.cli.command.CliCommand;
import org.upstart4j.cli.command.CommandForm;
import org.upstart4j.cli.command.CommandGroup;
import org.upstart4j.cli.command.Inputs;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Option;
import org.upstart4j.cli.command.OutputFile;
import org.upstart4j.cli.conditions.JobConditions;
import org.upstart4j.cli.conditions.ShowConfig;
import org.upstart4j.cli.terminal.Visible;
import org.upstart4j.spi.NearNames;

/** {@code initctl2dot}: the graph of Upstart's own program of this name. */
public final class Initctl2dotCommand {

  /** The program's command. */
  public static final CliCommand PROGRAM =
      new CliCommand(
          "initctl2dot",
          CommandGroup.FILES,
          "Draw jobs and events for Graphviz, as Upstart's own program of this name does.",
          CliCommand.Origin.OWN,
          program -> form());

  private static final String STANDARD_OUTPUT = "-";
  private static final String USUAL_FILE = "upstart.dot";

  private static final Option RESTRICT =
      Option.text('r', "restrict-to-jobs", "JOBS", "only these jobs, with commas in between");
  private static final Option IN =
      Option.text('f', "infile", "FILE", "what initctl show-config -e has printed");
  private static final Option OUT =
      Option.text(
          'o', "outfile", "FILE", "where to write (default: " + USUAL_FILE + "); - to print it");

  private Initctl2dotCommand() {}

  private static CommandForm form() {
    return CommandForm.of(Initctl2dotCommand::run)
        .detailed(
            "Asks Upstart for all jobs, or reads what initctl show-config -e has printed.",
            "It does not show how \"and\" and \"or\" join conditions; upstart graph does.")
        .with(RESTRICT, IN, OUT)
        .with(Colours.ALL)
        .with(Option.REACH)
        .noting(
            "Exit status: 0 done, 1 no such job or no Upstart, 2 wrong arguments.",
            "  initctl2dot -o - | dot -Tsvg -o upstart.svg");
  }

  private static int run(Invocation call) throws IOException {
    Optional<String> file = call.value(IN);
    ShownConfig config;
    try {
      config =
          file.isPresent()
              ? ShownConfig.read(Inputs.text(file.get()).lines().toList())
              : config(call.upstart());
    } catch (ShownConfig.UnreadableConfig unreadable) {
      String reason = String.valueOf(unreadable.getMessage());
      call.console().complain(Visible.text(file.orElse("") + ": " + reason));
      return 1;
    }
    Set<String> wanted = wanted(call);
    for (String job : wanted) {
      if (!config.jobs().containsKey(job)) {
        call.console().complain(unknown(job, config));
        return 1;
      }
    }
    String origin = file.isPresent() ? "of a file" : "of a running Upstart";
    write(call, new DotGraph(new Part(config, wanted), Colours.of(call)).text(origin));
    return 0;
  }

  private static String unknown(String job, ShownConfig config) {
    Optional<String> near = NearNames.proposal(config.jobs().keySet(), job);
    return Visible.text("unknown job " + job + near.map(names -> "; " + names).orElse(""));
  }

  private static Set<String> wanted(Invocation call) {
    return call.value(RESTRICT)
        .filter(jobs -> !jobs.isEmpty())
        .map(jobs -> new LinkedHashSet<>(Arrays.asList(jobs.split(",", -1))))
        .orElseGet(LinkedHashSet::new);
  }

  private static ShownConfig config(Upstart upstart) {
    Map<String, List<String>> shown = new TreeMap<>();
    for (Job job : upstart.jobs()) {
      try {
        JobConditions conditions = new JobConditions(job.startOn(), job.stopOn());
        shown.put(job.name(), ShowConfig.enumerated(job.emits(), conditions));
      } catch (UnknownJobException gone) {
        // its file went away meanwhile
      }
    }
    return ShownConfig.of(shown);
  }

  private static void write(Invocation call, String text) throws IOException {
    String file = call.value(OUT).orElse(USUAL_FILE);
    if (file.equals(STANDARD_OUTPUT)) {
      call.out().print(text);
    } else {
      OutputFile.write(file, text);
    }
  }
}
