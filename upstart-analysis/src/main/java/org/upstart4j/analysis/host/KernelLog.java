package org.upstart4j.analysis.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.upstart4j.spi.LoggedMessage;

/** The kernel's log, into which Upstart writes as process 1. */
final class KernelLog {

  private static final List<String> PROGRAMS =
      List.of("/bin/dmesg", "/usr/bin/dmesg", "/sbin/dmesg", "/usr/sbin/dmesg");

  private static final Pattern LINE =
      Pattern.compile("(?m)^(?:<\\d+>)?\\[ *(\\d{1,10})\\.(\\d{6})\\d*\\] ?(.*)$");

  private static final String UPSTART = "init: ";

  /** The kernel takes about ten lines in five seconds from a program, and counts the rest. */
  private static final Pattern LOST =
      Pattern.compile("(?:printk: )?init: (\\d{1,9}) output lines suppressed.*");

  private KernelLog() {}

  /** The program that prints the log, if there is one. */
  static Optional<Path> program() {
    return PROGRAMS.stream().map(Path::of).filter(Files::isExecutable).findFirst();
  }

  /** Has the program print the log; it does not wait for more, as the kernel's own file does. */
  static LogLines read(Path program, Duration now) throws IOException {
    return parse(ProgramOutput.of(List.of(program.toString(), "-r")), now);
  }

  /**
   * Reads the log in its raw form.
   *
   * @param now how long the machine runs, by the clock that the kernel logs
   */
  static LogLines parse(String text, Duration now) {
    List<LoggedMessage> messages = new ArrayList<>();
    Optional<Duration> reach = Optional.empty();
    long lost = 0;
    Matcher line = LINE.matcher(text);
    while (line.find()) {
      Duration ago = ago(line, now);
      String said = line.group(3);
      Matcher suppressed = LOST.matcher(said);
      if (suppressed.matches()) {
        lost += Long.parseLong(suppressed.group(1));
      } else if (said.startsWith(UPSTART)) {
        messages.add(new LoggedMessage(ago, said.substring(UPSTART.length())));
      }
      reach = reach.or(() -> Optional.of(ago));
    }
    return new LogLines(List.copyOf(messages), reach, lost);
  }

  private static Duration ago(Matcher line, Duration now) {
    Duration ago =
        now.minusSeconds(Long.parseLong(line.group(1)))
            .minusNanos(Long.parseLong(line.group(2)) * 1000);
    return ago.isNegative() ? Duration.ZERO : ago;
  }
}
