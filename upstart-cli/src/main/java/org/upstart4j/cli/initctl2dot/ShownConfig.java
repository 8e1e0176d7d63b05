package org.upstart4j.cli.initctl2dot;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What {@code initctl show-config -e} has printed.
 *
 * @param jobs all jobs, by their names
 */
record ShownConfig(Map<String, ShownJob> jobs) {

  private static final Pattern NAME = Pattern.compile("\\s*\\S+");

  private static final Pattern CONDITION =
      Pattern.compile("\\s+(start|stop) on (?<event>.+?) \\(job:\\s*(?<job>.*?), env:.*");

  private static final Pattern EMITS = Pattern.compile("\\s+emits\\s+(?<event>\\S+).*");

  /**
   * Reads what was printed.
   *
   * @throws UnreadableConfig if a line is none of its lines
   */
  static ShownConfig read(List<String> lines) {
    Map<String, ShownJob> jobs = new TreeMap<>();
    @Nullable ShownJob job = null;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).stripTrailing();
      if (NAME.matcher(line).matches()) {
        job = new ShownJob(line.strip());
        jobs.put(job.name, job);
      } else if (job == null || !add(job, line)) {
        throw new UnreadableConfig(i + 1, line);
      }
    }
    return new ShownConfig(jobs);
  }

  /** What is printed of each job after its name. */
  static ShownConfig of(Map<String, List<String>> shown) {
    Map<String, ShownJob> jobs = new TreeMap<>();
    shown.forEach(
        (name, lines) -> {
          ShownJob job = new ShownJob(name);
          jobs.put(name, job);
          lines.forEach(line -> add(job, line));
        });
    return new ShownConfig(jobs);
  }

  private static boolean add(ShownJob job, String line) {
    Matcher emits = EMITS.matcher(line);
    if (emits.matches()) {
      job.emits.add(job.event(emits.group("event")));
      return true;
    }
    Matcher condition = CONDITION.matcher(line);
    if (!condition.matches()) {
      return false;
    }
    boolean start = condition.group(1).equals("start");
    String event = job.event(condition.group("event"));
    String about = condition.group("job");
    if (about.isEmpty()) {
      (start ? job.startEvents : job.stopEvents).add(event);
    } else if (start) {
      job.startJobs.put(about, event);
    } else {
      job.stopJobs.add(about);
    }
    return true;
  }

  /** All events that jobs emit or wait for. */
  Set<String> events() {
    Set<String> all = new TreeSet<>();
    for (ShownJob job : jobs.values()) {
      all.addAll(job.emits);
      all.addAll(job.events());
    }
    return all;
  }

  /** A line that {@code show-config -e} does not print. */
  static final class UnreadableConfig extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableConfig(int number, String line) {
      super("line " + number + " is none that initctl show-config -e prints: " + line.strip());
    }
  }
}
