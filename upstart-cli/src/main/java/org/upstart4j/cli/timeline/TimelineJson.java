package org.upstart4j.cli.timeline;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.upstart4j.cli.terminal.JsonLine;
import org.upstart4j.picture.timeline.Cause;
import org.upstart4j.picture.timeline.CriticalPath;
import org.upstart4j.picture.timeline.Happening;
import org.upstart4j.picture.timeline.Life;
import org.upstart4j.picture.timeline.Occurrence;
import org.upstart4j.picture.timeline.Row;
import org.upstart4j.picture.timeline.Segment;
import org.upstart4j.picture.timeline.Timeline;

/** Prints a timeline for programs: an object on each line. */
final class TimelineJson {

  private TimelineJson() {}

  static void print(PrintWriter out, Timeline timeline) throws IOException {
    for (Row row : timeline.rows()) {
      line(out, "row", json -> row(json, row));
    }
    for (Occurrence event : timeline.events()) {
      line(out, "event", json -> event(json, event));
    }
    for (Happening.Gap gap : timeline.gaps()) {
      line(out, "gap", json -> json.member("at", seconds(gap.at())).member("reason", gap.reason()));
    }
    Optional<CriticalPath> path = timeline.criticalPath();
    if (path.isPresent()) {
      for (CriticalPath.Step step : path.get().steps()) {
        line(out, "step", json -> step(json, path.get().goal(), step));
      }
    }
    line(out, "end", json -> json.member("at", seconds(timeline.length())));
  }

  private static void line(PrintWriter out, String type, Consumer<JsonLine> members)
      throws IOException {
    JsonLine.write(
        out,
        json -> {
          json.member("type", type);
          members.accept(json);
        });
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }

  private static @Nullable Double seconds(Optional<Duration> time) {
    return time.map(TimelineJson::seconds).orElse(null);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static void row(JsonLine json, Row row) {
    json.member("row", row.id())
        .member("job", row.job())
        .member("instance", row.instance())
        .member("standing", word(row.standing()))
        .array("notes", row.notes(), note -> note)
        .member("waited", seconds(row.time(Segment.Kind.WAITED)))
        .member("worked", seconds(row.time(Segment.Kind.WORKED)))
        .member("ran", seconds(row.time(Segment.Kind.RAN)))
        .member("respawns", row.respawns())
        .objects("lives", row.lives(), TimelineJson::life);
  }

  private static void life(JsonLine json, Life life) {
    json.member("from", seconds(life.from()))
        .member("started", seconds(life.started()))
        .member("running", seconds(life.running()))
        .member("to", seconds(life.to()))
        .member("isOpen", life.isOpen())
        .member("isOlder", life.isOlder())
        .objects("startedBy", life.startedBy(), TimelineJson::cause)
        .objects("stoppedBy", life.stoppedBy(), TimelineJson::cause)
        .objects(
            "segments",
            life.segments(),
            (each, segment) ->
                each.member("kind", word(segment.kind()))
                    .member("state", segment.state())
                    .member("from", seconds(segment.from()))
                    .member("to", seconds(segment.to())))
        .objects(
            "marks",
            life.marks(),
            (each, mark) ->
                each.member("kind", word(mark.kind()))
                    .member("at", seconds(mark.at()))
                    .member("text", mark.text()));
  }

  private static void cause(JsonLine json, Cause cause) {
    json.member("number", cause.event().number())
        .member("event", cause.event().event().name())
        .member("isLast", cause.isLast());
  }

  private static void event(JsonLine json, Occurrence event) {
    json.member("number", event.number())
        .member("event", event.event().name())
        .array("variables", event.event().variables().entries(), entry -> entry)
        .member("at", seconds(event.at()))
        .member("isExact", event.isExact())
        .member("finished", seconds(event.finished()))
        .member("isFromOutside", event.isFromOutside())
        .member("by", event.by().orElse(null));
  }

  private static void step(JsonLine json, String goal, CriticalPath.Step step) {
    json.member("to", goal)
        .member("what", step.what())
        .member("row", step.row().orElse(null))
        .member("at", seconds(step.at()))
        .member("waited", seconds(step.waited()))
        .member("worked", seconds(step.worked()))
        .member("because", step.because());
  }
}
