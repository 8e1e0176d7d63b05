package org.upstart4j.embedded.process;

import org.upstart4j.ExitStatus;

/** Is told what becomes of a process: one {@code executed} or {@code failed}, then the rest. */
public interface ProcessObserver {

  /**
   * The process is there, and will be set up. Told first by a spawner that did not know the process
   * id yet when it returned the process.
   *
   * @param pid its process id
   */
  default void spawned(int pid) {}

  /** The process was set up, and the program runs. */
  void executed();

  /**
   * The process could not be set up, or its program could not be run. Nothing more follows.
   *
   * @param reason why, in Upstart's words: {@code unable to execute: No such file or directory}
   */
  void failed(String reason);

  /** The process has stopped itself with SIGSTOP. */
  void stopped();

  /**
   * The followed process has forked, and its child is followed from now on. Told only of processes
   * whose request expects forks, and only as often as it does.
   *
   * @param pid the child's process id
   */
  void forked(int pid);

  /** The followed child runs another program. Told only after {@link #forked}. */
  void replaced();

  /**
   * The followed process has ended. Nothing more follows.
   *
   * @param status how it ended: it exited, or a signal killed it
   */
  void ended(ExitStatus status);
}
