package org.upstart4j;

import java.util.Optional;

/** How a job has failed. It prints as a part of a sentence about the job. */
public sealed interface JobFailure {

  /**
   * Makes the failure of a process.
   *
   * @param process the process
   * @param status how it ended; see {@link UpstartListener#failed}
   * @return the failure
   */
  static JobFailure of(ProcessType process, ExitStatus status) {
    return status.equals(ExitStatus.NOT_RUN)
        ? new NotRun(process, Optional.empty())
        : new Ended(process, status);
  }

  /**
   * Tells how an instance has failed, from what a listener hears.
   *
   * @param state the state that it had when it failed, which tells the process
   * @param status how the process ended; see {@link UpstartListener#failed}
   * @return the failure; nothing if no process can fail in that state
   */
  static Optional<JobFailure> in(State state, ExitStatus status) {
    ProcessType process =
        switch (state.name()) {
          case "security-spawning", "security" -> ProcessType.SECURITY;
          case "pre-starting", "pre-start" -> ProcessType.PRE_START;
          case "spawning",
              "spawned",
              "post-starting",
              "post-start",
              "running",
              "pre-stopping",
              "pre-stop" ->
              ProcessType.MAIN;
          case "post-stopping", "post-stop" -> ProcessType.POST_STOP;
          default -> null;
        };
    if (process == null) {
      return Optional.empty();
    }
    // a main process that ends well has not failed, unless it does so too often
    return Optional.of(
        status.equals(ExitStatus.SUCCESS) ? new RespawnedTooFast() : of(process, status));
  }

  /**
   * A process has exited, or was killed.
   *
   * @param process which one
   * @param status how it ended
   */
  record Ended(ProcessType process, ExitStatus status) implements JobFailure {

    @Override
    public String toString() {
      return "its " + process + " process " + status;
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
