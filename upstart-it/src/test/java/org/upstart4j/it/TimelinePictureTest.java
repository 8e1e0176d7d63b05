package org.upstart4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.upstart4j.it.Shell.Result;

/** The timeline in the documents is what the program draws. */
class TimelinePictureTest {

  private static final Path DOCS = Path.of("..", "docs", "pictures").toAbsolutePath().normalize();

  @Test
  void thePictureInTheDocumentsIsWhatTheProgramDraws() throws IOException {
    Path drawn = Files.createTempFile("timeline", ".svg");
    try {
      Result result =
          Shell.in(DOCS)
              .upstart(
                  "timeline",
                  "--simulate",
                  "--confdir",
                  "boot",
                  "--scenario",
                  "boot/scenario.yaml",
                  "--emit",
                  "filesystem",
                  "--to",
                  "web",
                  "-o",
                  drawn.toString());

      assertThat(result.status()).as(result.errors()).isZero();
      assertThat(DOCS.resolve("timeline.svg"))
          .as("docs/pictures/timeline.svg; docs/pictures.md says how to draw it")
          .hasSameTextualContentAs(drawn);
    } finally {
      Files.deleteIfExists(drawn);
    }
  }
}
