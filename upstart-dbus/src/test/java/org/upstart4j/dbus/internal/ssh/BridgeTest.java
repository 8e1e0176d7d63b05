package org.upstart4j.dbus.internal.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The text of the bridge. */
class BridgeTest {

  /** csh takes exclamation marks and ends of lines in single quotes, fish double backslashes. */
  @Test
  void everyShellTakesTheProgramsAsTheyAre() {
    for (String program : new String[] {Bridge.SCRIPT, Bridge.PYTHON, Bridge.PERL}) {
      assertThat(program)
          .doesNotContain("'", "!", "\n", "\\\\")
          .hasSizeLessThan(1024)
          .isEqualTo(program.replaceAll("[^\\x20-\\x7e]", ""));
    }
  }

  @Test
  void theLineIsOfFixedTextAMarkerAPlaceAndSeconds() {
    String line = Bridge.line("abc", FarPlace.BY_USER, Duration.ofSeconds(90), false);

    assertThat(line).startsWith("exec sh -c 'm=$3;").endsWith(" abc 'auto' 90");
    assertThat(Bridge.line("abc", FarPlace.BY_USER, Duration.ofSeconds(90), true))
        .isEqualTo(line.replaceFirst("exec sh", "exec sudo -n sh"));
  }

  @Test
  void theForcedCommandsOfTheDocumentAreThePrograms() throws IOException {
    String document = Files.readString(Path.of("..", "docs", "ssh.md"));

    assertThat(document)
        .contains("python -c '" + Bridge.PYTHON.replace("\"", "\\\"") + "' - ")
        .contains("perl -e '" + Bridge.PERL.replace("\"", "\\\"") + "' - ");
  }

  @Test
  void nothingIsWrittenToADisk() {
    assertThat((Bridge.SCRIPT + Bridge.PYTHON + Bridge.PERL).toLowerCase(Locale.ROOT))
        .doesNotContain("/tmp", "mktemp", ">>")
        .doesNotContainPattern(">(?!/dev/null|&)\\s*[a-z/]");
  }
}
