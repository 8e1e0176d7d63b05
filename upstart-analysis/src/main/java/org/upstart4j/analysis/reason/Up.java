package org.upstart4j.analysis.reason;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What there is to say about a job that runs. */
public sealed interface Up extends Reason {

  /**
   * It runs.
   *
   * @param runs the instance: {@code web} or {@code web (8080)}
   * @param pid its main process; nothing if it has none
   * @param age since when that runs; nothing if that is not known
   * @param evidence the process
   */
  record Runs(String runs, Optional<Integer> pid, Optional<Duration> age, List<Evidence> evidence)
      implements Up {

    @Override
    public String word() {
      return "runs";
    }

    @Override
    public String text() {
      return runs
          + " runs"
          + pid.map(number -> ", process " + number)
              .orElse(" without a process, as it has none to run")
          + age.map(known -> ", for " + Age.text(known)).orElse("")
          + ".";
    }
  }

  /**
   * Upstart follows a shell, and not the program that the shell has started.
   *
   * @param runs the instance
   * @param pid the shell
   * @param children the processes below it, each with its number and its command
   * @param evidence the process, the stanza
   */
  record FollowsShell(String runs, int pid, List<String> children, List<Evidence> evidence)
      implements Up {

    @Override
    public String word() {
      return "follows-shell";
    }

    @Override
    public String text() {
      return "Upstart follows the shell "
          + pid
          + " of "
          + runs
          + (children.isEmpty() ? "" : ", which runs " + String.join(", ", children))
          + ". Signals go to its process group, and its end counts, not that of the program: write exec"
          + " before the last command.";
    }
  }

  /**
   * A signal has stopped its main process, so that it does nothing.
   *
   * @param runs the instance
   * @param pid the process
   * @param evidence the process, the last line of the log
   */
  record Paused(String runs, int pid, List<Evidence> evidence) implements Up {
    @Override
    public String word() {
      return "paused";
    }

    @Override
    public String text() {
      return "A signal has stopped the main process "
          + pid
          + " of "
          + runs
          + ", so it does nothing. To let it go on: kill -CONT "
          + pid
          + ".";
    }
  }

  /**
   * The main process was started again, as it had ended.
   *
   * @param runs the instance
   * @param times how often, in the time that counts
   * @param age how long the present one has been running; nothing if that is not known
   * @param limit how often it may be
   * @param interval in which time
   * @param evidence messages about its ends, the last line of the log
   */
  record Respawned(
      String runs,
      int times,
      Optional<Duration> age,
      int limit,
      Duration interval,
      List<Evidence> evidence)
      implements Up {

    @Override
    public String word() {
      return "respawned";
    }

    @Override
    public String text() {
      return "The main process of "
          + runs
          + age.map(known -> " was started " + Age.text(known) + " ago and").orElse("")
          + " has been respawned "
          + (times == 1 ? "once" : times + " times")
          + ". "
          + (limit == 0 || interval.isZero()
              ? "There is no limit."
              : "More than "
                  + limit
                  + " times within "
                  + Age.text(interval)
                  + " stops the job; to see whether it stays up: upstart ensure running "
                  + runs
                  + " --for "
                  + interval.toSeconds()
                  + "s.");
    }
  }

  /**
   * The process that Upstart takes for the job's does not exist.
   *
   * @param runs the instance
   * @param pid the number of the process
   * @param expect what the job's {@code expect} says; {@code none} without one
   * @param evidence the stanza
   */
  record ProcessMissing(String runs, int pid, String expect, List<Evidence> evidence)
      implements Up {

    @Override
    public String word() {
      return "process-missing";
    }

    @Override
    public String text() {
      return "Upstart takes process "
          + pid
          + " for the main process of "
          + runs
          + ", but there is no such process. "
          + (expect.equals("none")
              ? "Upstart has missed its end."
              : "With expect "
                  + expect
                  + " it followed a wrong one; do not stop the job before expect is corrected, as"
                  + " stop would hang.");
    }
  }

  /** What has become of the file of a job that runs. */
  enum FileNow {
    /** It says something else. */
    CHANGED("has changed"),
    /** It is gone. */
    GONE("is gone"),
    /** Upstart rejects it as it is now. */
    REJECTED("is rejected as it is now");

    private final String text;

    FileNow(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /**
   * The job's file is no longer what it was when the job was started, and what runs is as it was.
   *
   * @param runs the instance
   * @param path the file
   * @param now what has become of the file
   * @param evidence the line for which it is rejected
   */
  record OldDefinition(String runs, String path, FileNow now, List<Evidence> evidence)
      implements Up {
    @Override
    public String word() {
      return "old-definition";
    }

    @Override
    public String text() {
      return runs
          + " runs as "
          + path
          + " said when it was started; the file "
          + now
          + ". "
          + (now == FileNow.CHANGED
              ? "A plain restart keeps the old one: stop it and start it."
              : "Once it stops, the job is gone.");
    }
  }

  /**
   * A condition of a job that runs has come true by half, and holds what has come.
   *
   * @param runs the instance, or the job for a {@code start on}
   * @param stanza {@code start on} or {@code stop on}
   * @param parts its events, from left to right, and which of them have come
   * @param evidence the condition
   */
  record HalfMet(String runs, String stanza, List<Part> parts, List<Evidence> evidence)
      implements Up {
    @Override
    public String word() {
      return "half-met";
    }

    @Override
    public String text() {
      return "Of the "
          + stanza
          + " of "
          + runs
          + " "
          + joined(true)
          + " has come; it waits for "
          + joined(false)
          + ".";
    }

    private String joined(boolean isMet) {
      return parts.stream()
          .filter(part -> part.isMet() == isMet)
          .map(part -> part.by().orElse(part.wanted()))
          .collect(Collectors.joining(", "));
    }
  }
}
