package org.upstart4j.cli.watch;

import java.io.PrintWriter;
import java.util.List;
import org.upstart4j.cli.terminal.Terminal;

/** A terminal that is drawn on as a whole, and looks as before when all is over. */
final class Screen implements AutoCloseable {

  private static final String ENTER = "\u001b[?1049h\u001b[?25l";
  private static final String LEAVE = "\u001b[?25h\u001b[?1049l";
  private static final String HOME = "\u001b[H";
  private static final String CLEAR_LINE = "\u001b[K";
  private static final String CLEAR_BELOW = "\u001b[J";
  private final PrintWriter out;
  private final String before;
  private boolean closed;

  private Screen(PrintWriter out, String before) {
    this.out = out;
    this.before = before;
  }

  /** Whether the standard output is a terminal that understands more than lines. */
  static boolean isThere() {
    return Terminal.isOutput() && Terminal.isClever();
  }

  /**
   * Takes the terminal over: keys come one by one, and are not shown. The key that suspends a
   * program is one like the others, as a shell would get the terminal back in this state.
   */
  static Screen open(PrintWriter out) {
    String before = Terminal.stty("-g");
    Terminal.stty("-icanon", "-echo", "min", "1", "time", "0", "susp", "undef");
    out.print(ENTER);
    out.flush();
    return new Screen(out, before);
  }

  /** Puts lines in the place of what was there. */
  synchronized void draw(List<String> lines) {
    if (closed) {
      return;
    }
    StringBuilder text = new StringBuilder(HOME);
    for (int i = 0; i < lines.size(); i++) {
      text.append(i == 0 ? "" : "\n").append(lines.get(i)).append(CLEAR_LINE);
    }
    out.print(text.append(CLEAR_BELOW));
    out.flush();
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      out.print(LEAVE);
      out.flush();
      if (!before.isEmpty()) {
        Terminal.stty(before);
      }
    }
  }
}
