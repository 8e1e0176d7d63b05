package org.upstart4j.analysis.reason;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.upstart4j.ExitStatus;

/** Why a job has stopped, or stops. */
public sealed interface Stopped extends Reason {

  /**
   * An event has stopped it.
   *
   * @param stopped the instance: {@code web} or {@code web (8080)}
   * @param event the event, or several with blanks between them
   * @param ago how long ago; nothing if that is not known
   * @param isCertain whether this is sure
   * @param evidence the condition of {@code stop on}, the message
   */
  record ByEvent(
      String stopped,
      String event,
      Optional<Duration> ago,
      boolean isCertain,
      List<Evidence> evidence)
      implements Stopped {

    @Override
    public String word() {
      return "stopped-by-event";
    }

    @Override
    public String text() {
      return stopped
          + (isCertain ? " was told to stop" : " was probably told to stop")
          + Age.ago(ago)
          + " by the event "
          + event
          + ", as its stop on says.";
    }
  }

  /**
   * Somebody has stopped it, over D-Bus or with initctl.
   *
   * @param stopped the instance
   * @param ago how long ago; nothing if that is not known
   * @param isCertain whether this is sure; else nothing else explains it
   * @param evidence the message
   */
  record ByHand(String stopped, Optional<Duration> ago, boolean isCertain, List<Evidence> evidence)
      implements Stopped {

    @Override
    public String word() {
      return "stopped-by-hand";
    }

    @Override
    public String text() {
      return stopped
          + (isCertain ? " was told to stop" : " was probably told to stop")
          + Age.ago(ago)
          + (isCertain
              ? " by hand: somebody called stop or restart. Upstart does not tell who."
              : " by hand: by stop, or with a signal. Upstart does not tell by whom.");
    }
  }

  /**
   * An event or a call has stopped it; which one is not known.
   *
   * @param stopped the instance
   * @param stopOn the condition of {@code stop on}
   * @param ago how long ago; nothing if that is not known
   * @param evidence the message, the last line of the log
   */
  record BySomebody(String stopped, String stopOn, Optional<Duration> ago, List<Evidence> evidence)
      implements Stopped {
    @Override
    public String word() {
      return "stopped";
    }

    @Override
    public String text() {
      return stopped
          + " was told to stop"
          + Age.ago(ago)
          + " by its stop on, "
          + stopOn
          + ", or by hand. Upstart logs which only from priority info on: initctl log-priority info.";
    }
  }

  /**
   * It has run before, and how that ended is not known.
   *
   * @param stopped the instance
   * @param ago how long ago it wrote to its log last; nothing if that is not known
   * @param evidence the last line of the log
   */
  record HasRun(String stopped, Optional<Duration> ago, List<Evidence> evidence)
      implements Stopped {
    @Override
    public String word() {
      return "has-run";
    }

    @Override
    public String text() {
      return stopped
          + " has run before"
          + ago.map(age -> ", and wrote to its log " + Age.text(age) + " ago").orElse("")
          + ". No failure was logged: it exited with status 0, or it was stopped.";
    }
  }

  /**
   * One of its processes has failed.
   *
   * @param stopped the instance
   * @param process which process, in Upstart's word
   * @param status how it ended
   * @param ago how long ago; nothing if that is not known
   * @param evidence the message, the last line of the log, the stanza
   */
  record ProcessFailed(
      String stopped,
      String process,
      ExitStatus status,
      Optional<Duration> ago,
      List<Evidence> evidence)
      implements Stopped {

    @Override
    public String word() {
      return "process-failed";
    }

    @Override
    public String text() {
      return "The " + process + " process of " + stopped + " " + status + Age.afterwards(ago) + ".";
    }
  }

  /**
   * One of its processes could not be run.
   *
   * @param stopped the instance
   * @param process which process, in Upstart's word
   * @param problem why not, in Upstart's words; nothing if that is not known
   * @param ago how long ago; nothing if that is not known
   * @param evidence the message, the stanza
   */
  record CouldNotRun(
      String stopped,
      String process,
      Optional<String> problem,
      Optional<Duration> ago,
      List<Evidence> evidence)
      implements Stopped {

    @Override
    public String word() {
      return "could-not-run";
    }

    @Override
    public String text() {
      return "The "
          + process
          + " process of "
          + stopped
          + " could not be run"
          + Age.ago(ago)
          + problem.map(why -> ": " + Sentence.end(why)).orElse(".");
    }
  }

  /**
   * The main process ended more often than {@code respawn limit} allows.
   *
   * @param stopped the instance
   * @param limit how often it is respawned at most
   * @param interval in which time
   * @param ago how long ago; nothing if that is not known
   * @param evidence the message, the stanza, the last line of the log
   */
  record RespawnedTooFast(
      String stopped, int limit, Duration interval, Optional<Duration> ago, List<Evidence> evidence)
      implements Stopped {

    @Override
    public String word() {
      return "respawned-too-fast";
    }

    @Override
    public String text() {
      return "The main process of "
          + stopped
          + " ended more than "
          + limit
          + " times within "
          + Age.text(interval)
          + ", so Upstart gave it up"
          + Age.ago(ago)
          + " (respawn limit).";
    }
  }

  /**
   * Its main process has ended as it may.
   *
   * @param stopped the instance
   * @param isTask whether that is what the job is there for
   * @param status how it ended
   * @param isListed whether the job's {@code normal exit} lists that
   * @param ago how long ago; nothing if that is not known
   * @param evidence the message
   */
  record Ended(
      String stopped,
      boolean isTask,
      ExitStatus status,
      boolean isListed,
      Optional<Duration> ago,
      List<Evidence> evidence)
      implements Stopped {

    @Override
    public String word() {
      return "ended";
    }

    @Override
    public String text() {
      if (isTask) {
        return stopped + " is a task and has done its work" + Age.afterwards(ago) + ".";
      }
      return "The main process of "
          + stopped
          + " "
          + status
          + Age.afterwards(ago)
          + (isListed ? ", as its normal exit allows." : ", and the job does not say respawn.");
    }
  }
}
