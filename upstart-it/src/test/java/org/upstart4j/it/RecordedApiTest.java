package org.upstart4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No change of the API goes unnoticed: each shows in a file of the folder {@code api}. */
class RecordedApiTest {

  private static final boolean RECORDS = Boolean.getBoolean("api.record");

  @ParameterizedTest
  @MethodSource("org.upstart4j.it.Module#libraries")
  void theApiOfALibraryIsTheRecordedOne(Module library) throws IOException {
    RecordedApi now = RecordedApi.of(library);
    if (RECORDS) {
      now.write(library);
    }
    RecordedApi recorded = RecordedApi.read(library);

    assertThat(recorded.without(now)).as(message(library, "gone, and programs break")).isEmpty();
    assertThat(now.without(recorded)).as(message(library, "new")).isEmpty();
    assertThat(now).isEqualTo(recorded);
  }

  private static String message(Module library, String what) {
    return "of the API in api/%s.txt this is %s; if you mean it, record it: see docs/releases.md"
        .formatted(library, what);
  }

  @Test
  void nothingIsRecordedOfModulesThatAreGone() throws IOException {
    try (Stream<Path> files = Files.list(Project.file("api"))) {
      List<String> recorded = files.map(file -> file.getFileName().toString()).toList();

      assertThat(recorded)
          .containsExactlyInAnyOrderElementsOf(
              Module.libraries().stream().map(library -> library + ".txt").toList());
    }
  }
}
