package org.upstart4j.it.scenario;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The immediate result of a step: exit status and output of a command, nothing for most other
 * steps.
 *
 * @param parts its parts by name
 */
record Result(Map<String, String> parts) {

  static final Result NOTHING = new Result(Map.of());
  static final Result STILL_WAITING = new Result(Map.of("exit", "still waiting"));

  private static final Pattern PROCESS = Pattern.compile("process \\d+");

  static Result of(JsonObject json) {
    Map<String, String> parts = new HashMap<>();
    json.entrySet().forEach(part -> parts.put(part.getKey(), part.getValue().getAsString()));
    return new Result(parts);
  }

  static Result exit(int status, String stdout, String stderr) {
    return new Result(Map.of("exit", Integer.toString(status), "stdout", stdout, "stderr", stderr));
  }

  static Result noSuchProcess(String status) {
    return new Result(Map.of("error", "no such process", "status", status));
  }

  String stdout() {
    return parts.getOrDefault("stdout", "");
  }

  /** Returns the lines that are the same in every run. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    new TreeMap<>(parts)
        .forEach(
            (name, text) -> {
              for (String line : clean(text).split("\n", -1)) {
                lines.add(name + ": " + line);
              }
            });
    return lines;
  }

  /** Leaves out process ids. */
  private static String clean(String text) {
    return PROCESS.matcher(text).replaceAll("process <PID>");
  }
}
