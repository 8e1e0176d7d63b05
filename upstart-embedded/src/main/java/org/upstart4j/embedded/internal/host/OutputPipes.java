package org.upstart4j.embedded.internal.host;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.upstart4j.JobStatus;
import org.upstart4j.embedded.internal.log.LogText;
import org.upstart4j.embedded.internal.thread.DaemonThreads;
import org.upstart4j.embedded.process.JobOutput;

/**
 * Pipes to which processes write, each with a thread that reads it. A pipe is read until no process
 * is left that could write to it, so that nothing is lost that a process wrote just before its end,
 * or that its children write after it.
 */
final class OutputPipes {

  private static final Logger LOG = LoggerFactory.getLogger("org.upstart4j.embedded");
  private static final int BLOCK_BYTES = 1 << 13;

  /** Only those reach it who may look into the process. */
  private static final Set<PosixFilePermission> WRITABLE =
      PosixFilePermissions.fromString("rw--w--w-");

  private final ThreadFactory threads = DaemonThreads.numbered("upstart-output");
  private int open;

  /** Makes a pipe for a process. */
  ProcessLog open(JobOutput output, String job, String instance) {
    return new Pipe(output, job, instance);
  }

  /**
   * Waits until all pipes have been read to their ends.
   *
   * @param deadline until when, as {@link System#nanoTime} counts
   * @throws InterruptedException if the thread is interrupted
   */
  synchronized void awaitEnd(long deadline) throws InterruptedException {
    for (long left = deadline - System.nanoTime();
        open > 0 && left > 0;
        left = deadline - System.nanoTime()) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
  }

  private synchronized void count(int change) {
    open += change;
    notifyAll();
  }

  private final class Pipe implements ProcessLog {

    private final JobOutput output;
    private final String job;
    private final String instance;

    private Pipe(JobOutput output, String job, String instance) {
      this.output = output;
      this.job = job;
      this.instance = instance;
    }

    @Override
    public Redirect output() {
      return Redirect.PIPE;
    }

    /**
     * Opens the pipe once more. The JDK's own end of it is of no use: the JDK closes that when the
     * process ends, while its children may go on writing.
     */
    @Override
    public void handedOver(Process process) {
      try {
        Path end = Path.of("/proc", Long.toString(process.pid()), "fd", "2");
        // a program that becomes another user may want to open /dev/stdout
        Files.setPosixFilePermissions(end, WRITABLE);
        InputStream pipe = new FileInputStream(end.toFile());
        count(1);
        start(pipe);
      } catch (IOException unreadable) {
        lost(unreadable);
      }
    }

    private void start(InputStream pipe) {
      try {
        threads.newThread(() -> read(pipe)).start();
      } catch (OutOfMemoryError | RejectedExecutionException noThread) {
        count(-1);
        discard(pipe);
        lost(noThread);
      }
    }

    private void read(InputStream pipe) {
      try (pipe) {
        pass(pipe);
      } catch (IOException unreadable) {
        lost(unreadable);
      } finally {
        count(-1);
      }
    }

    /** Whatever becomes of what is read: the process does not have to wait for that. */
    private void pass(InputStream pipe) throws IOException {
      try (OutputStream to = output.open(job, instance)) {
        copy(pipe, to);
      } catch (IOException | RuntimeException untaken) {
        lost(untaken);
        pipe.transferTo(OutputStream.nullOutputStream());
      }
    }

    private static void copy(InputStream pipe, OutputStream to) throws IOException {
      byte[] block = new byte[BLOCK_BYTES];
      for (int length = pipe.read(block); length > 0; length = pipe.read(block)) {
        to.write(block, 0, length);
        if (pipe.available() == 0) {
          to.flush();
        }
      }
    }

    private void lost(Throwable why) {
      LOG.warn(
          "The output of {} is lost: {}",
          LogText.visible(JobStatus.label(job, instance)),
          LogText.visible(why));
    }

    /** The pipe's end is not that of the process alone, so there is nothing to close here. */
    @Override
    public void close() {}
  }

  private static void discard(InputStream pipe) {
    try {
      pipe.close();
    } catch (IOException gone) {
      // nobody writes any more
    }
  }
}
