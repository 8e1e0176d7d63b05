package org.upstart4j.micrometer.internal;

/** The numbers that there are. */
public enum Metric {
  /** Whether Upstart answers. */
  UP("upstart.up", "", "1 if Upstart answers, 0 if it does not"),
  /** Its version. */
  INFO("upstart.info", "", "Always 1; its tags say the version, and how Upstart is reached"),
  /** How long its last answer took. */
  ANSWER_DURATION(
      "upstart.answer.duration", "seconds", "How long Upstart took to say how all jobs stand"),
  /** When it answered. */
  ANSWER_TIME(
      "upstart.answer.time", "seconds", "When Upstart last said how all jobs stand, since 1970"),
  /** Lost connections. */
  CONNECTION_LOST("upstart.connection.lost", "", "How often the connection was lost"),
  /** Signals that were not heard. */
  SIGNALS_MISSED(
      "upstart.signals.missed", "", "Signals that were not counted, as there were too many"),
  /** Events. */
  EVENTS("upstart.events", "", "Events that have come to their end"),
  /** Jobs by state. */
  JOBS("upstart.jobs", "", "Jobs in a state; each instance counts"),
  /** Whether a job runs. */
  RUNNING("upstart.job.running", "", "1 if the job runs, 0 if it does not"),
  /** The states of a job. */
  STATE("upstart.job.state", "", "Instances of the job in a state"),
  /** Since when it runs. */
  START_TIME("upstart.job.start.time", "seconds", "When the job came to run, since 1970"),
  /** Starts. */
  STARTS("upstart.job.starts", "", "How often the job was started, respawns not counted"),
  /** Respawns. */
  RESPAWNS("upstart.job.respawns", "", "How often the job's main process was respawned"),
  /** Failures. */
  FAILURES("upstart.job.failures", "", "How often the job failed"),
  /** How long it takes to start. */
  STARTING("upstart.job.starting", "seconds", "How long the job took from starting to running");

  private final String id;
  private final String unit;
  private final String meaning;

  Metric(String id, String unit, String meaning) {
    this.id = id;
    this.unit = unit;
    this.meaning = meaning;
  }

  /** {@return its name, in Micrometer's spelling} */
  public String id() {
    return id;
  }

  /** {@return its base unit; empty if it is a plain number} */
  public String unit() {
    return unit;
  }

  /** {@return what it says} */
  public String meaning() {
    return meaning;
  }
}
