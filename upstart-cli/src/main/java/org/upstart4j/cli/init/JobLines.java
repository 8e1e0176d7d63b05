package org.upstart4j.cli.init;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.concurrent.locks.ReentrantLock;
import org.upstart4j.cli.terminal.StandardOutput;
import org.upstart4j.embedded.process.JobOutput;

/**
 * Passes on what jobs print, line by line: no line gets into another one, and a last one without an
 * end is passed on as well.
 */
final class JobLines implements JobOutput {

  /** A longer line is passed on in pieces, so that none fills the memory. */
  private static final int LONGEST = 1 << 20;

  private final LineFormat format;
  private final StandardOutput target;
  private final InitLog log;
  private final ReentrantLock turn = new ReentrantLock();
  private boolean lost;

  JobLines(LineFormat format, StandardOutput target, InitLog log) {
    this.format = format;
    this.target = target;
    this.log = log;
  }

  @Override
  public OutputStream open(String job, String instance) {
    return new Lines(job, instance);
  }

  /** Waits as long as nobody reads; only those wait who print. */
  private void pass(byte[] lines) {
    turn.lock();
    try {
      target.print(lines);
      target.flush();
      if (!lost && target.failure().isPresent()) {
        lost = true;
        log.say("the output of jobs is lost: " + target.failure().get().getMessage());
      }
    } finally {
      turn.unlock();
    }
  }

  /** What one process prints. */
  private final class Lines extends OutputStream {

    private final String job;
    private final String instance;
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();

    private Lines(String job, String instance) {
      this.job = job;
      this.instance = instance;
    }

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      ByteArrayOutputStream complete = new ByteArrayOutputStream();
      int start = from;
      for (int i = from; i < from + length; i++) {
        if (bytes[i] == '\n') {
          begun.write(bytes, start, i - start);
          end(complete);
          start = i + 1;
        }
      }
      begun.write(bytes, start, from + length - start);
      if (begun.size() >= LONGEST) {
        end(complete);
      }
      if (complete.size() > 0) {
        pass(complete.toByteArray());
      }
    }

    private void end(ByteArrayOutputStream complete) {
      format.append(complete, job, instance, begun.toByteArray());
      begun.reset();
    }

    @Override
    public void close() {
      if (begun.size() > 0) {
        write('\n');
      }
    }
  }
}
