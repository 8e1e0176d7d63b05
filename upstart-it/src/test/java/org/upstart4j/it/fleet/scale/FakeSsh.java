package org.upstart4j.it.fleet.scale;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A program in ssh's place, small enough for a thousand of them. What it is to run at the far end
 * it runs here, in a shell that knows no program but socat to pass D-Bus on; and that one leads to
 * the socket of the host, {@code HOST.socket} in its folder. A file {@code HOST.FAULT} beside it
 * tells what is wrong with the host.
 */
final class FakeSsh {

  /** The host and the command are the last words that ssh gets. */
  private static final String SSH =
      """
      #!/bin/sh
      for word; do host=$command; command=$word; done
      host=${host#*@}
      export UPSTART_TEST_HOST=FOLDER/$host PATH=FOLDER/far
      if [ -e "$UPSTART_TEST_HOST.hangs" ]; then
        exec /bin/sleep 1000
      fi
      if [ -e "$UPSTART_TEST_HOST.refuses" ]; then
        echo "ssh: connect to host $host port 22: Connection refused" >&2
        exit 255
      fi
      [ ! -e "$UPSTART_TEST_HOST.is_slow" ] || /bin/sleep 3
      exec /bin/sh -c "$command"
      """;

  /** Of {@code -T SECONDS - ADDRESS}. */
  private static final String SOCAT =
      """
      #!/bin/sh
      [ ! -e "$UPSTART_TEST_HOST.is_mute" ] || exec /bin/sleep 1000
      if [ -e "$UPSTART_TEST_HOST.dies" ]; then
        exec /usr/bin/timeout 3 /usr/bin/socat -T "$2" - "UNIX-CONNECT:$UPSTART_TEST_HOST.socket"
      fi
      exec /usr/bin/socat -T "$2" - "UNIX-CONNECT:$UPSTART_TEST_HOST.socket"
      """;

  private FakeSsh() {}

  /** Makes the program, and skips the test where that can't work; returns its folder. */
  static Path in(Path folder) throws IOException {
    for (String program : List.of("/bin/sleep", "/usr/bin/timeout", "/usr/bin/socat")) {
      assumeTrue(Files.isExecutable(Path.of(program)), "skipped: this test needs " + program);
    }
    Path far = Files.createDirectories(folder.resolve("far"));
    Files.createSymbolicLink(far.resolve("sh"), Path.of("/bin/sh"));
    Files.createSymbolicLink(far.resolve("id"), Path.of("/usr/bin/id"));
    program(far.resolve("socat"), SOCAT);
    Path path = Files.createDirectories(folder.resolve("path"));
    program(path.resolve("ssh"), SSH.replace("FOLDER", folder.toString()));
    return path;
  }

  private static void program(Path file, String text) throws IOException {
    Files.writeString(file, text);
    assumeTrue(file.toFile().setExecutable(true), "skipped: no program can be made here");
  }
}
