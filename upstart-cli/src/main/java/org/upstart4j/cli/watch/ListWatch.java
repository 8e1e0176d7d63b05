package org.upstart4j.cli.watch;

import java.io.PrintWriter;
import java.util.OptionalInt;
import org.upstart4j.Upstart;
import org.upstart4j.cli.terminal.Paint;
import org.upstart4j.cli.terminal.Terminal;

/**
 * Shows how jobs stand, and goes on showing it.
 *
 * @param upstart whose jobs
 * @param choice which of them
 * @param out where to
 * @param paint the colours
 * @param json whether as JSON, an object a line
 */
public record ListWatch(
    Upstart upstart, Choice choice, PrintWriter out, Paint paint, boolean json) {

  /** Goes on until it is no longer wanted; returns the exit status. */
  public int run() {
    OptionalInt shown =
        !json && Terminal.isOutput() && Terminal.isClever() ? onScreen() : OptionalInt.empty();
    return shown.orElseGet(() -> new ListChanges(upstart, choice, out, paint, json).run());
  }

  /** Nothing if there is no way to take the terminal over. */
  private OptionalInt onScreen() {
    try {
      return new ListScreen(upstart, choice, paint).run();
    } catch (NoClassDefFoundError noJline) {
      return OptionalInt.empty();
    }
  }
}
