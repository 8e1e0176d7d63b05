package org.upstart4j.fleet.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares inventories with what {@code ansible-inventory --list} said of them. */
class RecordedInventoriesTest {

  private static final Path FOLDER = Path.of("src/test/inventories");

  static Stream<String> cases() throws IOException {
    return Files.readAllLines(FOLDER.resolve("cases.txt")).stream()
        .filter(line -> !line.startsWith("#"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void anInventorySaysWhatAnsibleSays(String line) throws IOException {
    Path recorded = FOLDER.resolve("recorded").resolve(line.replace('/', '_') + ".json");
    List<String> sources = Arrays.stream(line.split(" ")).map(this::inFolder).toList();
    if (Files.exists(recorded)) {
      assertThat(Json.values(Inventory.of(sources).toJson()))
          .isEqualTo(Json.values(Files.readString(recorded)));
    } else {
      assertThatThrownBy(() -> Inventory.of(sources).toJson())
          .isInstanceOf(InventoryException.class);
    }
  }

  private String inFolder(String source) {
    return source.contains(",") ? source : FOLDER.resolve(source).toString();
  }
}
