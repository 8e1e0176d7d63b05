package org.upstart4j.cli.initctl2dot;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Option;

/** The colours of a graph, by Graphviz's names. */
record Colours(Map<Option, String> chosen) {

  static final Option EMITS = colour("emits", "of the lines of emits", "green");
  static final Option START_ON = colour("start-on", "of the lines of start on", "blue");
  static final Option STOP_ON = colour("stop-on", "of the lines of stop on", "red");
  static final Option EVENT = colour("event", "of events", "thistle");
  static final Option TEXT = colour("text", "of the text below the graph", "black");
  static final Option BACKGROUND = colour("bg", "behind everything", "white");
  static final Option EVENT_TEXT = colour("event-text", "of the names of events", "black");
  static final Option JOB_TEXT = colour("job-text", "of the names of jobs", "black");
  static final Option JOB = colour("job", "of jobs", "#DCDCDC");

  static final List<Option> ALL =
      List.of(EMITS, START_ON, STOP_ON, EVENT, TEXT, BACKGROUND, EVENT_TEXT, JOB_TEXT, JOB);

  private static Option colour(String name, String what, String usual) {
    return Option.text("color-" + name, "COLOR", "the colour " + what + " (default: " + usual + ")")
        .oneOf(List.of(usual));
  }

  static Colours of(Invocation call) {
    return new Colours(
        ALL.stream()
            .collect(
                Collectors.toMap(
                    option -> option, option -> call.value(option).orElse(option.words().get(0)))));
  }

  /** What stands between quotation marks. */
  String of(Option option) {
    return DotText.string(chosen.getOrDefault(option, option.words().get(0)));
  }
}
