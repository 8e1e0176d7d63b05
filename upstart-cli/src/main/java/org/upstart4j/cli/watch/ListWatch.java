package org.upstart4j.cli.watch;

import java.io.PrintWriter;
import org.upstart4j.Upstart;
import org.upstart4j.cli.terminal.Paint;

/**
 * Shows how all jobs stand, and goes on showing it.
 *
 * @param upstart whose jobs
 * @param out where to
 * @param paint the colours
 * @param json whether as JSON, an object a line
 */
public record ListWatch(Upstart upstart, PrintWriter out, Paint paint, boolean json) {

  /** Goes on until it is no longer wanted; returns the exit status. */
  public int run() {
    if (!json && Screen.isThere()) {
      return new ListScreen(upstart, out, paint).run();
    }
    return new ListChanges(upstart, out, paint, json).run();
  }
}
