package org.upstart4j.cli.initctl2dot;

import java.util.LinkedHashSet;
import java.util.Set;
import org.upstart4j.cli.command.Option;
import org.upstart4j.event.Glob;

/** Writes the graph that Upstart's own program writes: the same nodes, edges and attributes. */
final class DotGraph {

  private static final String GLOB = "*";

  private final Part part;
  private final Colours colours;
  private final Set<String> lines = new LinkedHashSet<>();

  DotGraph(Part part, Colours colours) {
    this.part = part;
    this.colours = colours;
  }

  /** The whole text, with a line below the graph that says where it is from. */
  String text(String origin) {
    lines.clear();
    part.events().forEach(this::event);
    part.jobs().forEach(this::job);
    part.subjects().forEach(this::edges);
    return "digraph upstart {\n"
        + ("  node [shape=\"diamond\", fontcolor=" + colours.of(Colours.EVENT_TEXT))
        + (", fillcolor=" + colours.of(Colours.EVENT) + ", style=\"filled\"];\n")
        + "  rankdir=LR;\n  overlap=false;\n"
        + ("  bgcolor=" + colours.of(Colours.BACKGROUND) + ";\n")
        + ("  fontcolor=" + colours.of(Colours.TEXT) + ";\n")
        + ("  label=" + legend(origin) + ";\n")
        + String.join("", lines)
        + "}\n";
  }

  private String legend(String origin) {
    String text =
        "Jobs and events "
            + (part.isAll() ? "" : "(some of them) ")
            + (origin + "; jobs are boxes, events diamonds, dotted if they are patterns; lines: ")
            + ("emits " + colours.of(Colours.EMITS))
            + (", start on " + colours.of(Colours.START_ON))
            + (", stop on " + colours.of(Colours.STOP_ON));
    return DotText.string(text.replace("\"", ""));
  }

  private void event(String name) {
    lines.add(
        "  "
            + (DotText.event(name) + " [label=" + DotText.string(name) + ", shape=diamond")
            + (", fontcolor=" + colours.of(Colours.EVENT_TEXT))
            + (", fillcolor=" + colours.of(Colours.EVENT))
            + (", style=\"" + (name.contains(GLOB) ? "dotted" : "filled") + "\"];\n"));
  }

  private void job(String name) {
    lines.add(
        "  "
            + (DotText.job(name) + " [shape=\"record\", label=\"<job> " + DotText.inRecord(name))
            + " | { <start> start on | <stop> stop on }\""
            + (", fontcolor=" + colours.of(Colours.JOB_TEXT) + ", style=\"filled\"")
            + (", fillcolor=" + colours.of(Colours.JOB) + "];\n"));
  }

  private void edge(String from, String to, Option colour) {
    lines.add("  " + from + " -> " + to + " [color=" + colours.of(colour) + "];\n");
  }

  private void edges(ShownJob job) {
    String start = DotText.job(job.name) + ":start";
    String stop = DotText.job(job.name) + ":stop";
    job.startJobs.forEach((other, event) -> startEdge(start, box(other), event));
    job.startEvents.forEach(event -> edge(DotText.event(event), start, Colours.START_ON));
    job.stopJobs.forEach(other -> edge(box(other), stop, Colours.STOP_ON));
    job.stopEvents.forEach(event -> edge(DotText.event(event), stop, Colours.STOP_ON));
    job.emits.forEach(event -> emits(job, event));
    matched(job);
    if (!part.isAll()) {
      part.known(job.jobs()).forEach(other -> other.emits.forEach(event -> emits(other, event)));
      job.events().forEach(this::emitters);
    }
  }

  /** A job that is about to start waits for those that it lets start first. */
  private void startEdge(String start, String other, String event) {
    if (event.equals("starting")) {
      edge(start, other, Colours.START_ON);
    } else {
      edge(other, start, Colours.START_ON);
    }
  }

  /**
   * What is emitted under a pattern leads to all events that match; of several, the last counts.
   */
  private void matched(ShownJob job) {
    String last = "";
    for (String event : job.emits) {
      last = event.contains(GLOB) ? event : last;
    }
    for (String event : part.config().events()) {
      if (!event.equals(last) && Glob.matches(last, event)) {
        emits(job, event);
      }
    }
  }

  /** An event that is called like one of the chosen jobs is left out. */
  private void emitters(String event) {
    if (!part.wanted().contains(event)) {
      part.emitters(event).forEach(job -> emits(job, event));
    }
  }

  private void emits(ShownJob job, String event) {
    edge(box(job.name), DotText.event(event), Colours.EMITS);
  }

  private static String box(String job) {
    return DotText.job(job) + ":job";
  }
}
