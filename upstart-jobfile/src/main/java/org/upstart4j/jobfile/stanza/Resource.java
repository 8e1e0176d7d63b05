package org.upstart4j.jobfile.stanza;

import java.util.Arrays;
import java.util.Optional;

/** A resource that {@code limit} can limit, named as in {@code setrlimit}. */
public enum Resource {
  /** Address space, in bytes. */
  AS("as"),
  /** Core file, in bytes. */
  CORE("core"),
  /** Processor time, in seconds. */
  CPU("cpu"),
  /** Data segment, in bytes. */
  DATA("data"),
  /** File written, in bytes. */
  FSIZE("fsize"),
  /** Locked memory, in bytes. */
  MEMLOCK("memlock"),
  /** Message queues, in bytes. */
  MSGQUEUE("msgqueue"),
  /** Ceiling of the priority, as 20 less the nice value. */
  NICE("nice"),
  /** Open files. */
  NOFILE("nofile"),
  /** Processes of the user. */
  NPROC("nproc"),
  /** Resident memory, in bytes; without effect today. */
  RSS("rss"),
  /** Ceiling of the real-time priority. */
  RTPRIO("rtprio"),
  /** Signals that wait. */
  SIGPENDING("sigpending"),
  /** Stack, in bytes. */
  STACK("stack");

  private final String text;

  Resource(String text) {
    this.text = text;
  }

  /** {@return the word as it stands in a job file, for example {@code as}} */
  public String text() {
    return text;
  }

  /**
   * Looks a word up.
   *
   * @param text a word as it stands in a job file; case counts
   * @return what it stands for, or nothing if Upstart does not know it
   */
  public static Optional<Resource> find(String text) {
    return Arrays.stream(values()).filter(value -> value.text.equals(text)).findFirst();
  }

  @Override
  public String toString() {
    return text;
  }
}
