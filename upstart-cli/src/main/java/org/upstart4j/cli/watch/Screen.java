package org.upstart4j.cli.watch;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.Curses;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingReader;
import org.jspecify.annotations.Nullable;
import org.upstart4j.cli.terminal.ProgramEnd;

/** A terminal that is drawn on as a whole, and looks as before when all is over. */
final class Screen implements AutoCloseable {

  /** What a shell reports for a program that ^C ended. */
  private static final int INTERRUPTED = 128 + 2;

  /**
   * As long as nobody waits in vain: one who waits for ever would keep the terminal from closing.
   */
  private static final long WHILE_MILLIS = 60_000;

  private static final Size USUAL = Size.of(80, 24);

  private final Terminal terminal;
  private final Attributes before;
  private final Display display;
  private final String leave;
  private boolean begun;
  private boolean closed;

  private Screen(Terminal terminal) {
    this.terminal = terminal;
    this.before = terminal.getAttributes();
    this.display = new Display(terminal, true);
    String exit = sequence(Capability.exit_ca_mode);
    this.leave = sequence(Capability.cursor_normal) + (exit.isEmpty() ? "\n" : exit);
  }

  private String sequence(Capability capability) {
    @Nullable String text = terminal.getStringCapability(capability);
    return text == null ? "" : Curses.tputs(text);
  }

  /**
   * Takes the terminal over: keys come one by one, and are not shown. The key that suspends a
   * program is one like the others, as a shell would get the terminal back in this state.
   *
   * @param resized told when the window has another size
   * @return the screen; nothing without a terminal on both sides
   */
  static Optional<Screen> open(Runnable resized) {
    Terminal terminal;
    try {
      // by the program stty: no native code to unpack, and no question to the terminal, whose
      // answer might come when nobody waits for it any more
      terminal =
          TerminalBuilder.builder()
              .system(true)
              .provider(TerminalBuilder.PROP_PROVIDER_EXEC)
              .dumb(false)
              .graphemeCluster(false)
              .nativeSignals(true)
              .signalHandler(signal -> handle(signal, resized))
              .encoding(StandardCharsets.UTF_8)
              .build();
    } catch (IOException | IllegalStateException noTerminal) {
      return Optional.empty();
    }
    return Optional.of(new Screen(terminal));
  }

  /** An interrupt ends the program as Java does, with all that must run at the end. */
  private static void handle(Signal signal, Runnable resized) {
    if (signal == Signal.WINCH) {
      resized.run();
    } else if (signal == Signal.INT) {
      ProgramEnd.exit(INTERRUPTED);
    }
  }

  /** Begins to draw. */
  synchronized void begin() {
    Attributes keys = new Attributes(before);
    keys.setLocalFlags(EnumSet.of(LocalFlag.ICANON, LocalFlag.ECHO, LocalFlag.IEXTEN), false);
    keys.setControlChar(ControlChar.VSUSP, 0);
    keys.setControlChar(ControlChar.VMIN, 1);
    keys.setControlChar(ControlChar.VTIME, 0);
    begun = true;
    terminal.setAttributes(keys);
    terminal.puts(Capability.enter_ca_mode);
    terminal.puts(Capability.cursor_invisible);
    terminal.flush();
  }

  /** The size of the window; the usual one where the terminal does not tell. */
  Size size() {
    Size size = terminal.getSize();
    return Size.of(
        size.getColumns() > 0 ? size.getColumns() : USUAL.getColumns(),
        size.getRows() > 0 ? size.getRows() : USUAL.getRows());
  }

  Keys keys() {
    return new Keys(
        millis -> {
          try {
            return read(millis);
          } catch (IllegalStateException closed) {
            throw new IOException(closed);
          }
        });
  }

  private int read(long millis) throws IOException {
    NonBlockingReader reader = terminal.reader();
    if (millis > 0) {
      return reader.read(millis);
    }
    int character = NonBlockingReader.READ_EXPIRED;
    while (character == NonBlockingReader.READ_EXPIRED) {
      character = reader.read(WHILE_MILLIS);
    }
    return character;
  }

  /** Begins with an empty screen of a size. */
  synchronized void clear(Size size) {
    display.resize(size);
    display.clear();
  }

  /** Puts lines in the place of what was there. */
  synchronized void draw(List<AttributedString> lines) {
    if (closed) {
      return;
    }
    try {
      display.update(lines, -1);
      terminal.flush();
    } catch (IllegalStateException ending) {
      // at the end of the program JLine closes its terminal, too
    }
  }

  /** At the end of the program JLine may have closed its terminal before, which restores it. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      if (begun) {
        new FileOutputStream(FileDescriptor.out).write(leave.getBytes(StandardCharsets.UTF_8));
        terminal.setAttributes(before);
      }
      terminal.close();
    } catch (IOException | IllegalStateException gone) {
      // the window is closed, or the terminal is as it was
    }
  }
}
