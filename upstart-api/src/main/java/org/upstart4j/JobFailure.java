package org.upstart4j;

import java.util.Optional;

/** How a job has failed. It prints as a part of a sentence about the job. */
public sealed interface JobFailure {

  /**
   * Reads the number that Upstart tells of a process.
   *
   * @param process the process
   * @param status its exit status, 256 times the number of the signal that killed it, or -1 if it
   *     was not run; see {@link UpstartListener#failed}
   * @return the failure
   */
  static JobFailure of(ProcessType process, int status) {
    if (status < 0) {
      return new NotRun(process, Optional.empty());
    }
    return status > 0xff
        ? new Killed(process, new Signal(status >> 8))
        : new Exited(process, status);
  }

  /**
   * A process has exited.
   *
   * @param process which one
   * @param status its exit status, 0 to 255
   */
  record Exited(ProcessType process, int status) implements JobFailure {

    @Override
    public String toString() {
      return "its " + process + " process exited with status " + status;
    }
  }

  /**
   * A signal has killed a process.
   *
   * @param process which one
   * @param signal the signal
   */
  record Killed(ProcessType process, Signal signal) implements JobFailure {

    @Override
    public String toString() {
      return "its " + process + " process was killed by signal " + signal;
    }
  }

  /**
   * A process could not be run.
   *
   * @param process which one
   * @param reason why, in Upstart's words, for example {@code unable to execute: No such file or
   *     directory}; nothing if the transport does not tell
   */
  record NotRun(ProcessType process, Optional<String> reason) implements JobFailure {

    @Override
    public String toString() {
      return "its "
          + process
          + " process could not be run"
          + reason.map(why -> ": " + why).orElse("");
    }
  }

  /** The main process has ended more often than the job's {@code respawn limit} allows. */
  record RespawnedTooFast() implements JobFailure {

    @Override
    public String toString() {
      return "its main process was respawned too fast";
    }
  }
}
