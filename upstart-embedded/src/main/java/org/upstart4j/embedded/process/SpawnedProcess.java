package org.upstart4j.embedded.process;

import org.upstart4j.Signal;

/** A process that the engine has spawned. */
public interface SpawnedProcess {

  /**
   * {@return its process id; 0 until there is a process, and if it could not be spawned} It stays
   * the same when the process forks, whatever the engine follows then.
   */
  int pid();

  /**
   * Sends a signal to one process: this one, or the child that was followed.
   *
   * @param pid the process, as it was told to the observer last; 0 means this one
   * @param signal the signal
   */
  void signal(int pid, Signal signal);

  /**
   * Sends a signal to all of a process's group.
   *
   * @param pid the process, as it was told to the observer last; 0 means this one
   * @param signal the signal
   */
  void signalGroup(int pid, Signal signal);
}
