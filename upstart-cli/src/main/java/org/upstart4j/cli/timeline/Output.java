package org.upstart4j.cli.timeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Misuse;
import org.upstart4j.cli.command.Option;
import org.upstart4j.cli.command.OutputFile;
import org.upstart4j.cli.terminal.Terminal;
import org.upstart4j.event.Glob;
import org.upstart4j.picture.Svg;
import org.upstart4j.picture.TimelineText;
import org.upstart4j.picture.timeline.Look;
import org.upstart4j.picture.timeline.Timeline;

/** What is made of a timeline, and where it goes. */
final class Output {

  static final Option FILE =
      Option.text('o', "output", "FILE", "write a picture, FILE.svg or FILE.html, and no text");
  static final Option TO =
      Option.text("to", "JOB|EVENT", "where the critical path leads (default: what came up last)");
  static final Option JOB = Option.text("job", "GLOB", "only the jobs that match; may be repeated");

  private final Invocation call;
  private final Optional<String> file;
  private final Optional<String> to;
  private final List<String> jobs;

  private Output(Invocation call, Optional<String> file, Optional<String> to, List<String> jobs) {
    this.call = call;
    this.file = file;
    this.to = to;
    this.jobs = jobs;
  }

  static Output of(Invocation call) {
    Optional<String> file = call.value(FILE);
    if (file.isPresent() && !isPage(file.get()) && !file.get().endsWith(".svg")) {
      throw new Misuse("-o takes a file that ends in .svg or .html, not " + file.get());
    } else if (file.isPresent() && call.has(Option.JSON)) {
      throw new Misuse("give either -o or --json");
    }
    return new Output(call, file, call.value(TO), call.arguments().values(JOB));
  }

  private static boolean isPage(String file) {
    return file.endsWith(".html") || file.endsWith(".htm");
  }

  /** Whether a picture is made that others can look at meanwhile. */
  boolean isFile() {
    return file.isPresent();
  }

  Optional<String> to() {
    return to;
  }

  /** Writes the result. */
  void write(Timeline whole, Subject subject) throws IOException {
    Timeline timeline = to.isEmpty() ? whole : leading(whole, to.get());
    show(chosen(timeline), subject);
  }

  /** Writes how far it has come: what the path leads to may not be there yet. */
  void writeMeanwhile(Timeline whole, Subject subject) throws IOException {
    show(chosen(to.flatMap(whole::leadingTo).orElse(whole)), subject);
  }

  private static Timeline leading(Timeline timeline, String to) {
    return timeline
        .leadingTo(to)
        .orElseThrow(
            () -> {
              List<String> names = new ArrayList<>();
              timeline.rows().forEach(row -> names.add(row.job()));
              timeline.events().forEach(event -> names.add(event.event().name()));
              return Misuse.near(
                  "--to: no job \"" + to + "\" started here, and no such event happened",
                  to,
                  names);
            });
  }

  private Timeline chosen(Timeline timeline) {
    return jobs.isEmpty()
        ? timeline
        : timeline.ofJobs(job -> jobs.stream().anyMatch(glob -> Glob.matches(glob, job)));
  }

  private void show(Timeline timeline, Subject subject) throws IOException {
    if (file.isPresent()) {
      boolean isPage = isPage(file.get());
      OutputFile.write(file.get(), isPage ? subject.page(timeline) : Svg.of(timeline));
    } else if (call.has(Option.JSON)) {
      TimelineJson.print(call.out(), timeline);
    } else {
      text(timeline);
    }
  }

  private void text(Timeline timeline) {
    Look look = PaintedLook.of(call.console().paint());
    boolean isAscii = PaintedLook.isAscii(call);
    TimelineText.of(timeline, Terminal.columns(), isAscii, look).forEach(call.out()::println);
    List<String> chain = TimelineText.chain(timeline, look);
    if (!chain.isEmpty()) {
      call.out().println();
      chain.forEach(call.out()::println);
    }
  }
}
