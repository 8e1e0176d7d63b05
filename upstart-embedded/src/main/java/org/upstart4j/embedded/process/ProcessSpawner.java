package org.upstart4j.embedded.process;

import org.upstart4j.Upstart;

/** Where the engine's processes come from: the machine, or a script that a test writes. */
public interface ProcessSpawner extends AutoCloseable {

  /**
   * Spawns a process. Must not wait for what it does: what becomes of it is told to the observer,
   * from any thread, also while this call has not returned yet.
   *
   * @param request what to run, and how
   * @param observer told what becomes of the process
   * @return the process
   */
  SpawnedProcess spawn(SpawnRequest request, ProcessObserver observer);

  /**
   * Is told for which Upstart it spawns processes, before it spawns any.
   *
   * @param upstart the Upstart, which may be used once this call has returned
   */
  default void belongsTo(Upstart upstart) {}

  /**
   * Is told who takes what processes write, before it spawns any. Does nothing unless overridden:
   * processes that are made up write nothing.
   *
   * @param output takes it, in place of log files
   */
  default void writeTo(JobOutput output) {}

  /**
   * {@return whether its processes are those of this machine; false unless overridden} Then their
   * numbers mean something to others.
   */
  default boolean runsHere() {
    return false;
  }

  /**
   * Waits a moment, until observers have been told which of the processes that were being started
   * run now. Never called on the engine's thread.
   */
  default void catchUp() {}

  /**
   * {@return whether security profiles can be loaded; false unless overridden} If not, the security
   * processes of jobs do not run.
   */
  default boolean loadsSecurityProfiles() {
    return false;
  }

  /** Ends all processes that are still there, and waits until they have ended. */
  @Override
  void close();
}
