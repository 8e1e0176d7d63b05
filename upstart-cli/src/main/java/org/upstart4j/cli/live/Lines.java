package org.upstart4j.cli.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import org.upstart4j.cli.terminal.CliConsole;
import org.upstart4j.cli.terminal.JsonLine;
import org.upstart4j.cli.terminal.Paint;
import org.upstart4j.cli.terminal.Visible;

/** Prints the monitor's lines, each at once, until there are enough or the reader goes away. */
final class Lines {

  private final CliConsole console;
  private final Paint paint;
  private final Clock clock;
  private final boolean json;
  private final CompletableFuture<Integer> done = new CompletableFuture<>();
  private long left;

  Lines(CliConsole console, Clock clock, boolean json, long most) {
    this.console = console;
    this.paint = console.paint();
    this.clock = clock;
    this.json = json;
    this.left = most;
  }

  /** Done when no more lines are wanted. */
  CompletableFuture<Integer> done() {
    return done;
  }

  /** Prints a line that counts. */
  synchronized void print(Line line) {
    if (!done.isDone()) {
      show(line);
      left--;
      if (left == 0 || console.isAbandoned()) {
        done.complete(0);
      }
    }
  }

  /** Prints a line that does not count. */
  synchronized void show(Line line) {
    if (json) {
      object(line);
    } else {
      console
          .out()
          .println(
              paint.place(clock.now())
                  + " "
                  + paint.strong(line.kind())
                  + " "
                  + Visible.text(line.text()));
    }
    console.out().flush();
  }

  private void object(Line line) {
    try {
      JsonLine.write(
          console.out(),
          members -> {
            members.member("time", clock.now()).member("kind", line.kind());
            line.members().accept(members);
          });
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
