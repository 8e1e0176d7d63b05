package org.upstart4j.cli.timeline;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.cli.command.Inputs;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Option;
import org.upstart4j.cli.command.TargetName;
import org.upstart4j.cli.terminal.Visible;
import org.upstart4j.jobfile.JobDirectory;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.picture.timeline.TimelineBuilder;

/** Reads what an Upstart, or a simulation, has told line by line. */
final class Recording {

  private final Invocation call;
  private final TimelineBuilder timeline = new TimelineBuilder();
  private final MonitorLine monitored = new MonitorLine(timeline);
  private final CourseLine simulated = new CourseLine(timeline);
  private Function<String, Subject> jobs = Subject::of;
  private boolean isIncomplete;

  Recording(Invocation call) throws IOException {
    this.call = call;
    Optional<String> folder = call.value(TimelineCommand.CONFDIR);
    if (folder.isPresent()) {
      conditions(folder.get());
    }
  }

  private void conditions(String folder) throws IOException {
    Target target =
        call.value(Option.FOR).map(TargetName::target).orElse(Target.of(call.version()));
    JobFolder contents = JobDirectory.of(Inputs.path(folder), target.version()).read();
    contents
        .unreadable()
        .forEach((path, problem) -> complain(folder + "/" + path + ": " + problem));
    timeline.folder(contents, target.version());
    jobs = name -> Subject.of(name, contents, target);
  }

  /** What a recording is about. */
  Subject subject(String file) {
    return jobs.apply(file.equals(Inputs.STANDARD_INPUT) ? "the standard input" : file);
  }

  /** Whether something could not be read. */
  boolean isIncomplete() {
    return isIncomplete;
  }

  /** Reads all lines of a file, or of the standard input. */
  TimelineBuilder read(String file) throws IOException {
    int number = 0;
    for (String line : Inputs.text(file).lines().toList()) {
      take(file, ++number, line);
    }
    return timeline;
  }

  private void take(String file, int number, String line) {
    if (!line.isBlank()) {
      try {
        take(line);
      } catch (UnreadableLine failure) {
        complain(file + ":" + number + ": " + failure.getMessage());
      }
    }
  }

  private void take(String line) throws UnreadableLine {
    JsonElement element;
    try {
      element = JsonParser.parseString(line);
    } catch (JsonParseException | StackOverflowError noJson) {
      throw new UnreadableLine("no JSON");
    }
    if (!element.isJsonObject()) {
      throw new UnreadableLine("no JSON object");
    }
    JsonObject object = element.getAsJsonObject();
    Members members = new Members(object);
    if (object.has("kind") && object.has("time")) {
      monitored.take(members);
    } else if (object.has("type")) {
      simulated.take(members);
    } else {
      throw new UnreadableLine("neither of \"monitor --json\" nor of \"simulate --json\"");
    }
  }

  private void complain(String text) {
    isIncomplete = true;
    call.console().complain(Visible.text(text));
  }
}
