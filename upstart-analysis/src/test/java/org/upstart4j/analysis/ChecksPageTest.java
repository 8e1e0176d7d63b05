package org.upstart4j.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Writes docs/checks.md anew with {@code -Dupstart.docs.write=true}. */
class ChecksPageTest {

  @Test
  void thePageOfChecksIsWhatTheCodeSays() throws IOException {
    Path page = RealJobs.projectRoot().resolve("docs").resolve("checks.md");
    if (Boolean.getBoolean("upstart.docs.write")) {
      Files.writeString(page, ChecksPage.text());
    }
    assertThat(Files.readString(page))
        .as("docs/checks.md; write it anew with -Dupstart.docs.write=true")
        .isEqualTo(ChecksPage.text());
  }
}
