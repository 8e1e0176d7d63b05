package org.upstart4j.fleet.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asks the real Ansible whether the recordings are still what it says. */
class LiveAnsibleTest {

  private static final Path FOLDER = Path.of("src/test/inventories");

  @TempDir private Path said;

  @Test
  void theRecordingsAreWhatAnsibleSays() throws IOException, InterruptedException {
    String version = run("ansible", "--version");
    assumeTrue(
        version.contains("core 2.14."), "the recordings are of Ansible 2.14; here is: " + version);
    run("/usr/bin/python3", FOLDER.resolve("record.py").toString(), said.toString());
    assertThat(texts(said)).isEqualTo(texts(FOLDER.resolve("recorded")));
  }

  private static Map<String, Object> texts(Path folder) throws IOException {
    Map<String, Object> texts = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        String text = Files.readString(file);
        texts.put(name, name.endsWith(".json") ? Json.values(text) : text);
      }
    }
    return texts;
  }

  /** Runs a program, and returns what it prints; nothing if there is no such program. */
  private static String run(String... words) throws IOException, InterruptedException {
    ProcessBuilder program = new ProcessBuilder(words).redirectErrorStream(true);
    Process process;
    try {
      process = program.start();
    } catch (IOException missing) {
      return "nothing";
    }
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    return printed;
  }
}
