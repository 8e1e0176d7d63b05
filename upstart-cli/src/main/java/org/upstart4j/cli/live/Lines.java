package org.upstart4j.cli.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import org.upstart4j.cli.terminal.CliConsole;
import org.upstart4j.cli.terminal.JsonLine;
import org.upstart4j.cli.terminal.Paint;
import org.upstart4j.cli.terminal.Visible;

/** Prints the monitor's lines, each at once, until there are enough or the reader goes away. */
public final class Lines implements LineSink {

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
  public CompletableFuture<Integer> done() {
    return done;
  }

  @Override
  public void print(Line line) {
    print("", line);
  }

  @Override
  public void show(Line line) {
    show("", line);
  }

  /** Lines about one of many hosts, which name it. */
  public LineSink of(String host) {
    Lines all = this;
    return new LineSink() {
      @Override
      public void print(Line line) {
        all.print(host, line);
      }

      @Override
      public void show(Line line) {
        all.show(host, line);
      }
    };
  }

  private synchronized void print(String host, Line line) {
    if (!done.isDone()) {
      show(host, line);
      left--;
      if (left == 0 || console.isAbandoned()) {
        done.complete(0);
      }
    }
  }

  private synchronized void show(String host, Line line) {
    if (json) {
      object(host, line);
    } else {
      console
          .out()
          .println(
              paint.place(clock.now())
                  + " "
                  + (host.isEmpty() ? "" : Visible.text(host) + " ")
                  + paint.strong(line.kind())
                  + " "
                  + Visible.text(line.text()));
    }
    console.out().flush();
  }

  private void object(String host, Line line) {
    try {
      JsonLine.write(
          console.out(),
          members -> {
            members.member("time", clock.now());
            if (!host.isEmpty()) {
              members.member("host", host);
            }
            members.member("kind", line.kind());
            line.members().accept(members);
          });
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
