package org.upstart4j.analysis.reason;

import java.util.List;
import java.util.Optional;
import org.upstart4j.JobStatus;

/**
 * What an event would do to one job, if Upstart handled it now. What the job does next, and what
 * that sets off, is for a simulation to tell.
 */
public sealed interface Effect {

  /** {@return the kind, as a word that stays the same, for example {@code starts}} */
  String word();

  /** {@return the job's name} */
  String job();

  /** {@return what it is, in a sentence or two of English} */
  String text();

  /** {@return the lines of the condition} */
  List<Evidence> evidence();

  /**
   * An instance would be started.
   *
   * @param job the job's name
   * @param instance the instance's name; empty if the job has only one
   * @param evidence the condition
   */
  record Starts(String job, String instance, List<Evidence> evidence) implements Effect {

    @Override
    public String word() {
      return "starts";
    }

    @Override
    public String text() {
      return JobStatus.label(job, instance) + " would start.";
    }
  }

  /**
   * An instance would be stopped.
   *
   * @param job the job's name
   * @param instance the instance's name; empty if the job has only one
   * @param evidence the condition
   */
  record Stops(String job, String instance, List<Evidence> evidence) implements Effect {

    @Override
    public String word() {
      return "stops";
    }

    @Override
    public String text() {
      return JobStatus.label(job, instance) + " would stop.";
    }
  }

  /** Why a job whose condition names the event would stay as it is. */
  enum Obstacle {
    /** The event's variables are not those that are wanted. */
    OTHER_VARIABLES("other-variables"),
    /** Another event must come, too. */
    REST_NOT_MET("rest-not-met"),
    /** It runs already, or is stopped already. */
    ALREADY_SO("already-so"),
    /** Its instance could not be named. */
    INSTANCE_NOT_NAMED("instance-not-named"),
    /** It waits for a cgroup manager. */
    WAITS_FOR_CGROUP_MANAGER("waits-for-cgroup-manager");

    private final String word;

    Obstacle(String word) {
      this.word = word;
    }

    /** {@return the word for it, which stays the same} */
    public String word() {
      return word;
    }
  }

  /**
   * A job would stay as it is, although its condition names the event.
   *
   * @param job the job's name
   * @param instance the instance's name, for a {@code stop on}; nothing for a {@code start on}
   * @param stanza {@code start on} or {@code stop on}
   * @param obstacle why
   * @param detail the part of the condition, and what is missing, as the end of a sentence
   * @param evidence the condition
   */
  record Stays(
      String job,
      Optional<String> instance,
      String stanza,
      Obstacle obstacle,
      String detail,
      List<Evidence> evidence)
      implements Effect {

    @Override
    public String word() {
      return stanza.equals("stop on") ? "does-not-stop" : "does-not-start";
    }

    @Override
    public String text() {
      return JobStatus.label(job, instance.orElse(""))
          + (stanza.equals("stop on") ? " would not stop: " : " would not start: ")
          + Sentence.end(detail);
    }
  }

  /**
   * What would become of a job depends on something that this Upstart does not tell.
   *
   * @param job the job's name
   * @param instance the instance's name, for a {@code stop on}; nothing for a {@code start on}
   * @param stanza {@code start on} or {@code stop on}
   * @param detail on what it depends, as a condition: {@code started db has come}
   * @param evidence the condition
   */
  record NotTold(
      String job, Optional<String> instance, String stanza, String detail, List<Evidence> evidence)
      implements Effect {
    @Override
    public String word() {
      return "not-known";
    }

    @Override
    public String text() {
      return JobStatus.label(job, instance.orElse(""))
          + (stanza.equals("stop on") ? " would stop if " : " would start if ")
          + detail
          + ", which this Upstart does not tell.";
    }
  }
}
