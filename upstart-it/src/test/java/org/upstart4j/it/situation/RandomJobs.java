package org.upstart4j.it.situation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.upstart4j.Environment;
import org.upstart4j.Event;

/** Jobs that start and stop each other, and events, made of a seed. */
final class RandomJobs {

  private static final List<String> NAMES = List.of("a", "web", "tty1", "mountall", "cron", "b");
  private static final List<String> EVENTS = List.of("e1", "e2", "e3");
  private static final List<String> VARIABLES =
      List.of("A=1", "A=2", "B=1", "N=0", "N=1", "N=", "JOB=a", "JOB=web", "INSTANCE=0");

  /** What may be done to jobs, beside emitting events. */
  enum Deed {
    EMIT,
    START,
    STOP,
    END_PROCESS,
    LET_TIME_PASS
  }

  private final Random random;
  private final List<String> jobs;

  RandomJobs(long seed) {
    this.random = new Random(seed * 0x9E3779B97F4A7C15L);
    List<String> names = new ArrayList<>(NAMES);
    this.jobs = new ArrayList<>();
    int count = 2 + random.nextInt(4);
    while (jobs.size() < count) {
      jobs.add(names.remove(random.nextInt(names.size())));
    }
  }

  /** Returns the text of each job's file, by its name. */
  Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    for (int i = 0; i < jobs.size(); i++) {
      files.put(jobs.get(i), text(jobs.subList(i + 1, jobs.size())));
    }
    return files;
  }

  /** A job knows only those after it: in a circle they could start and stop each other for ever. */
  private String text(List<String> others) {
    List<String> lines = new ArrayList<>();
    addIf(lines, 85, "start on " + condition(others, 2, false));
    addIf(lines, 60, "stop on " + condition(others, 2, true));
    addIf(lines, 5, "manual");
    addIf(lines, 5, "cgroup memory");
    addIf(lines, 20, "task");
    addIf(lines, 30, "instance " + one(List.of("$N", "${N:-x}", "$A$B", "${B+y}")));
    addIf(lines, 25, "env A=9");
    addIf(lines, 20, "env N=" + random.nextInt(2));
    addIf(lines, 15, "export " + one(List.of("A", "N", "A N")));
    addIf(lines, 80, "exec main");
    addIf(lines, 30, "pre-start exec pre-start");
    addIf(lines, 20, "post-start exec post-start");
    addIf(lines, 20, "pre-stop exec pre-stop");
    addIf(lines, 30, "post-stop exec post-stop");
    return String.join("\n", lines) + "\n";
  }

  private void addIf(List<String> lines, int percent, String line) {
    if (chance(percent)) {
      lines.add(line);
    }
  }

  private String condition(List<String> others, int depth, boolean stop) {
    if (depth == 0 || chance(45)) {
      return operand(others, stop);
    }
    String operator = chance(60) ? " and " : " or ";
    return "("
        + condition(others, depth - 1, stop)
        + operator
        + condition(others, depth - 1, stop)
        + ")";
  }

  private String operand(List<String> others, boolean stop) {
    if (others.isEmpty() || chance(60)) {
      String match = one(List.of(" 1", " *", " A=1", " A!=1", " B=?", " N=[0-1]", " A=2"));
      return one(EVENTS) + (chance(35) ? match : "") + (stop && chance(25) ? " N=$N" : "");
    }
    return one(List.of("starting", "started", "stopping", "stopped"))
        + (chance(50) ? " " : " JOB=")
        + one(others)
        + (chance(15) ? " INSTANCE=" + one(List.of("0", "$N", "")) : "");
  }

  /** Returns an event, now and then one of those that jobs emit. */
  Event event() {
    String name = chance(85) ? one(EVENTS) : one(List.of("starting", "started", "stopped"));
    return new Event(name, variables());
  }

  Environment variables() {
    List<String> variables = new ArrayList<>();
    while (chance(55)) {
      variables.add(one(VARIABLES));
    }
    return Environment.parse(variables);
  }

  Deed deed() {
    int kind = random.nextInt(100);
    return kind < 45
        ? Deed.EMIT
        : kind < 60
            ? Deed.START
            : kind < 72 ? Deed.STOP : kind < 92 ? Deed.END_PROCESS : Deed.LET_TIME_PASS;
  }

  String job() {
    return one(jobs);
  }

  /** Returns a number from 0 up to but not with another one. */
  int below(int number) {
    return random.nextInt(number);
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
