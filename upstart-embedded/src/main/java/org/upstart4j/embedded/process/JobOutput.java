package org.upstart4j.embedded.process;

import java.io.OutputStream;

/**
 * Takes what the processes of jobs write, in place of log files: of those with {@code console log},
 * and of those with {@code console output}, as whoever takes the output is their console.
 *
 * <p>A process writes to a pipe. If nobody takes what is in it, the process waits when the pipe is
 * full, as it does with every pipe; nobody else waits for it.
 */
@FunctionalInterface
public interface JobOutput {

  /**
   * Opens a stream for what one process writes, and those that it starts. Each has a thread, which
   * writes to its stream what the process has written so far, whenever that may be; the stream may
   * wait. It is closed when the last process that could write has ended, however long after the
   * job's own process. If it fails, what is written from then on is lost.
   *
   * @param job the job's name
   * @param instance the instance's name; empty if the job has only one
   * @return the stream
   */
  OutputStream open(String job, String instance);
}
