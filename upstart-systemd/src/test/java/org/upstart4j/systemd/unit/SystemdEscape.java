package org.upstart4j.systemd.unit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program that systemd brings for names. */
final class SystemdEscape {

  private static final Path PROGRAM = Path.of("/usr/bin/systemd-escape");

  private SystemdEscape() {}

  /** Whether a text reaches a program as it is, which depends on the locale of this process. */
  static boolean canBeGiven(String text) {
    return Charset.forName(System.getProperty("sun.jnu.encoding")).newEncoder().canEncode(text);
  }

  /** Calls it once; each line of its output is one answer, as no answer has a blank. */
  static List<String> call(List<String> options, List<String> texts)
      throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(PROGRAM), "systemd-escape is not installed");
    List<String> command = new ArrayList<>(List.of(PROGRAM.toString()));
    command.addAll(options);
    command.add("--");
    command.addAll(texts);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    if (process.waitFor() != 0) {
      throw new IOException("systemd-escape failed");
    }
    return List.of(answer.stripTrailing().split(" ", -1));
  }
}
