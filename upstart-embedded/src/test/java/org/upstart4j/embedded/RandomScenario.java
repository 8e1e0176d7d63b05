package org.upstart4j.embedded;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.upstart4j.ProcessType;

/**
 * A scenario made of a seed: up to four jobs that start and stop each other, what their processes
 * do, and what is done to them. The same seed makes the same scenario.
 */
final class RandomScenario {

  private static final List<String> NAMES = List.of("a", "web", "tty1", "mountall", "cron", "b");
  private static final List<String> EVENTS = List.of("e1", "e2", "e3");
  private static final List<String> VARIABLES =
      List.of("A=1", "A=2", "B=1", "N=0", "N=1", "N=", "X=$A");
  private static final List<ProcessType> TYPES =
      List.of(
          ProcessType.MAIN,
          ProcessType.PRE_START,
          ProcessType.POST_START,
          ProcessType.PRE_STOP,
          ProcessType.POST_STOP);

  /**
   * What a process does once.
   *
   * @param forks how often it forks
   * @param stops whether it stops itself
   * @param ignored a signal that it takes no notice of, or 0
   * @param end how it ends by itself: {@code e} with an exit status, {@code k} by a signal, {@code
   *     f} if it cannot be run, {@code -} not at all
   * @param number the status or signal
   */
  record Act(int forks, boolean stops, int ignored, char end, int number) {}

  /** What a process of a job does, once after the other. */
  record Script(String job, ProcessType type, List<Act> acts) {}

  private final Random random;
  private final List<String> jobs = new ArrayList<>();
  private final boolean circular;
  private final boolean session;
  private final List<Script> scripts = new ArrayList<>();
  private final List<List<String>> steps = new ArrayList<>();
  private int commands;

  RandomScenario(long seed) {
    this.random = new Random(seed * 0x9E3779B97F4A7C15L);
    this.circular = chance(30);
    this.session = chance(30);
    List<String> names = new ArrayList<>(NAMES);
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      jobs.add(names.remove(random.nextInt(names.size())));
    }
    for (String job : jobs) {
      addScripts(job);
    }
    for (int i = 0; i < count; i++) {
      if (chance(90)) {
        steps.add(List.of("conf", jobs.get(i), text(i)));
      }
    }
    int length = 5 + random.nextInt(30);
    for (int i = 0; i < length; i++) {
      steps.add(step());
    }
  }

  /** Whether it is for the engine of a session, and not for process 1. */
  boolean isSession() {
    return session;
  }

  Map<String, String> environment() {
    Map<String, String> own = new LinkedHashMap<>();
    own.put("PATH", "/bin");
    own.put("TERM", "vt");
    if (session) {
      own.put("A", "own");
    }
    return own;
  }

  List<Script> scripts() {
    return scripts;
  }

  /** The steps, each a word and its arguments. */
  List<List<String>> steps() {
    return steps;
  }

  List<String> jobs() {
    return jobs;
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private void addScripts(String job) {
    for (ProcessType type : TYPES) {
      if (chance(60)) {
        List<Act> acts = new ArrayList<>();
        do {
          acts.add(act(type == ProcessType.MAIN));
        } while (acts.size() < 4 && chance(40));
        scripts.add(new Script(job, type, acts));
      }
    }
  }

  private Act act(boolean main) {
    int forks = main && chance(40) ? 1 + random.nextInt(2) : 0;
    boolean stops = main && chance(30);
    int ignored = chance(25) ? 15 : 0;
    int kind = random.nextInt(100);
    if (kind < (main ? 55 : 35)) {
      return new Act(forks, stops, ignored, '-', 0);
    }
    if (kind < 75) {
      return new Act(forks, stops, ignored, 'e', 0);
    }
    if (kind < 90) {
      return new Act(forks, stops, ignored, 'e', one(List.of(1, 2, 42, 255)));
    }
    return kind < 96
        ? new Act(forks, stops, ignored, 'k', one(List.of(9, 11, 15)))
        : new Act(0, false, 0, 'f', 0);
  }

  /** The file of a job; one that is not circular knows only the jobs after it. */
  private String text(int job) {
    List<String> others = circular ? jobs : jobs.subList(job + 1, jobs.size());
    List<String> lines = new ArrayList<>();
    addIf(lines, 75, "start on " + condition(others, 2, false));
    addIf(lines, 55, "stop on " + condition(others, 2, true));
    addIf(lines, 25, "task");
    addIf(lines, 35, "respawn");
    addIf(lines, 50, "respawn limit " + one(List.of("1 5", "2 3", "0 5", "3 0", "unlimited")));
    addIf(lines, 25, "normal exit " + one(List.of("0", "1 42", "TERM", "2 SEGV 0")));
    addIf(lines, 20, "expect " + one(List.of("stop", "fork", "daemon")));
    addIf(lines, 25, "instance " + one(List.of("$N", "${N:-x}", "$A$B", "${B", "${B+y}")));
    addIf(lines, 15, "usage \"how to\"");
    addIf(lines, 30, "env A=9");
    addIf(lines, 20, "env N=" + random.nextInt(2));
    addIf(lines, 10, "env TERM");
    addIf(lines, 30, "export " + one(List.of("A", "N", "A N", "JOB X", "NONE A")));
    addIf(lines, 30, "kill timeout " + (1 + random.nextInt(9)));
    addIf(lines, 15, "kill signal " + one(List.of("INT", "USR1", "KILL", "HUP")));
    addIf(lines, 15, "reload signal " + one(List.of("USR1", "TERM", "USR2")));
    addIf(lines, 85, "exec main");
    addIf(lines, 35, "pre-start exec pre-start");
    addIf(lines, 30, "post-start exec post-start");
    addIf(lines, 30, "pre-stop exec pre-stop");
    // a life of a job in a circle has at least one process, so that it can be brought to an end
    addIf(lines, circular ? 100 : 30, "post-stop exec post-stop");
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
    return "("
        + condition(others, depth - 1, stop)
        + (chance(50) ? " and " : " or ")
        + condition(others, depth - 1, stop)
        + ")";
  }

  private String operand(List<String> others, boolean stop) {
    StringBuilder operand = new StringBuilder();
    if (others.isEmpty() || chance(50)) {
      operand.append(one(EVENTS));
      addIf(operand, 10, "/failed");
      addIf(operand, 25, " " + one(List.of("1", "*", "A=1", "A!=1", "B=?", "N=[0-1]", "A=2")));
      addIf(operand, stop ? 15 : 3, " N=$N");
      return operand.toString();
    }
    operand.append(one(List.of("starting", "started", "stopping", "stopped")));
    addIf(operand, 5, "/failed");
    operand.append(' ').append(chance(50) ? "" : "JOB=").append(one(others));
    addIf(operand, 10, " RESULT=" + one(List.of("ok", "failed", "*")));
    addIf(operand, 10, " INSTANCE=" + one(List.of("0", "$N", "")));
    addIf(operand, 5, " PROCESS!=main");
    return operand.toString();
  }

  private void addIf(StringBuilder text, int percent, String part) {
    if (chance(percent)) {
      text.append(part);
    }
  }

  private List<String> step() {
    int kind = random.nextInt(100);
    if (kind < 30) {
      return command("emit", one(EVENTS), true);
    }
    if (kind < 40) {
      return command("jstart", job(), true);
    }
    if (kind < 48) {
      return command("jstop", job(), true);
    }
    if (kind < 51) {
      return command("jrestart", job(), true);
    }
    if (kind < 56) {
      return command(one(List.of("istart", "istop", "irestart", "ireload")), job(), false);
    }
    if (kind < 74) {
      return List.of(
          "end",
          Integer.toString(random.nextInt(10)),
          one(List.of("0", "0", "1", "42", "2304", "3840")));
    }
    if (kind < 84) {
      return List.of("advance", one(List.of("1", "1", "2", "5", "10")));
    }
    if (kind < 91) {
      int job = random.nextInt(jobs.size());
      return chance(80) ? List.of("conf", jobs.get(job), text(job)) : List.of("del", jobs.get(job));
    }
    return session && kind < 96 ? ofSession() : command("emit", one(EVENTS), true);
  }

  private String job() {
    return chance(3) ? "nope" : one(jobs);
  }

  private List<String> command(String word, String name, boolean variables) {
    List<String> command = new ArrayList<>(List.of(word, chance(70) ? "1" : "0"));
    command.add(Integer.toString(++commands));
    command.add(name);
    if (variables) {
      while (chance(45)) {
        command.add(one(VARIABLES));
      }
    } else {
      command.add(one(List.of("", "", "", "0", "1", "x")));
    }
    return command;
  }

  private List<String> ofSession() {
    int kind = random.nextInt(100);
    if (kind < 35) {
      return List.of("set", chance(50) ? "1" : "0", one(VARIABLES));
    }
    if (kind < 50) {
      return List.of("unset", one(List.of("A", "B", "TERM", "TERMS")));
    }
    if (kind < 60) {
      return List.of("reset");
    }
    if (kind < 80) {
      return List.of("xset", chance(50) ? "1" : "0", one(jobs), "", one(VARIABLES));
    }
    return List.of("quiesce");
  }
}
