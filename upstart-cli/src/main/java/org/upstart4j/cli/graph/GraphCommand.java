package org.upstart4j.cli.graph;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.upstart4j.cli.command.CommandForm;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Misuse;
import org.upstart4j.cli.command.Option;
import org.upstart4j.cli.command.OptionNumber;
import org.upstart4j.cli.command.OutputFile;
import org.upstart4j.cli.command.Parameter;
import org.upstart4j.cli.terminal.Visible;
import org.upstart4j.picture.graph.JobGraph;
import org.upstart4j.picture.graph.JobGraphBuilder;

/** {@code upstart graph}: a picture of what starts what. */
public final class GraphCommand {

  private static final String USUAL_FOLDER = "/etc/init";

  private static final Option AROUND =
      Option.text("around", "N", "only what is at most N steps away from JOB (default: 1)");
  private static final Option EVENTS =
      Option.flag("events", "also events that jobs emit and nothing waits for");
  private static final Option SHARED_EVENTS =
      Option.flag("shared-events", "one node for each event, not one at each use");
  private static final Option STOPS = Option.flag("stops", "also what stops jobs");
  private static final Option NO_CHECK =
      Option.flag("no-check", "leave out what \"upstart check\" finds");
  private static final Option FILE =
      Option.text('o', "output", "FILE", "write the picture to this file");
  private static final Option LIVE =
      Option.flag("live", "ask an Upstart how the jobs stand, and for the jobs without --confdir");
  private static final Option CONFDIR =
      Option.CONFDIR.meaning("read the jobs of this folder (default without --live: /etc/init)");

  /** Those that say nothing unless an Upstart is asked. */
  private static final List<Option> ONLY_LIVE =
      List.of(
          Option.SYSTEM,
          Option.SESSION,
          Option.USER,
          Option.TRANSPORT,
          Option.HOST,
          Option.TIMEOUT);

  private GraphCommand() {}

  /** What the command takes. */
  public static CommandForm form() {
    return CommandForm.of(GraphCommand::run)
        .detailed(
            "Jobs are boxes, events ellipses. Small circles join what a condition joins by \"and\""
                + " and \"or\", so that the picture says what the condition says.")
        .taking(Parameter.optional("JOB", "the job that the picture is about (default: all jobs)"))
        .with(AROUND, EVENTS, SHARED_EVENTS, STOPS, NO_CHECK, GraphFormat.OPTION, FILE, LIVE)
        .with(Option.reach(CONFDIR))
        .noting(
            "  upstart graph -o boot.html",
            "  upstart graph web --around 2 --confdir init --format dot | dot -Tpng -o web.png",
            "Exit status: 0 done, 1 if a job file is rejected or cannot be read, or no Upstart"
                + " answers, 2 wrong arguments, or more than Mermaid draws.");
  }

  private static int run(Invocation call) throws IOException {
    Optional<String> file = call.value(FILE);
    GraphFormat format = GraphFormat.of(call, file);
    Optional<String> job = call.arguments().word(0);
    Optional<Long> steps = OptionNumber.of(call, AROUND, 0);
    refuseNonsense(call, job, steps);
    GraphSource source = source(call);
    JobGraph whole = asked(call, source.builder()).build();
    Focus focus = new Focus(whole, job, steps.map(Math::toIntExact).orElse(1));
    String text = new Rendering(source.name(), focus).text(format);
    if (file.isPresent()) {
      OutputFile.write(file.get(), text);
    } else {
      call.out().print(text);
    }
    source.complaints().forEach(why -> call.console().complain(Visible.text(why)));
    return source.complaints().isEmpty() ? 0 : 1;
  }

  private static void refuseNonsense(Invocation call, Optional<String> job, Optional<Long> steps) {
    if (steps.isPresent() && job.isEmpty()) {
      throw new Misuse("--around needs a JOB");
    }
    for (Option option : ONLY_LIVE) {
      if (call.has(option) && !call.has(LIVE)) {
        throw new Misuse(option.spelled() + " is about an Upstart, which --live asks");
      }
    }
  }

  private static GraphSource source(Invocation call) throws IOException {
    Optional<String> folder = call.value(CONFDIR);
    if (folder.isEmpty() && call.has(LIVE)) {
      GraphSource source = GraphSource.ofUpstart(call.upstart());
      source.builder().statuses(call.upstart().statuses());
      return source;
    }
    GraphSource source =
        GraphSource.ofFolder(call, folder.orElse(USUAL_FOLDER), !call.has(NO_CHECK));
    if (call.has(LIVE)) {
      source.builder().statuses(call.upstart().statuses());
    }
    return source;
  }

  private static JobGraphBuilder asked(Invocation call, JobGraphBuilder builder) {
    if (call.has(EVENTS)) {
      builder.allEvents();
    }
    if (call.has(SHARED_EVENTS)) {
      builder.sharedEvents();
    }
    if (call.has(STOPS)) {
      builder.stops();
    }
    return builder;
  }
}
