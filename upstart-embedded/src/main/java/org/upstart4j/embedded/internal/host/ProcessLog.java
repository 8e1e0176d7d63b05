package org.upstart4j.embedded.internal.host;

import java.lang.ProcessBuilder.Redirect;

/** Where a process writes to. */
interface ProcessLog extends AutoCloseable {

  /** Returns where the process is to write, until {@link #handedOver}. */
  Redirect output();

  /** The process is there, and has not written anything yet. */
  void handedOver(Process process);

  /** The process writes no more, or could not be started. */
  @Override
  void close();
}
