package org.upstart4j.fleet.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes inventories at random: whatever comes out is read, or rejected with the one error. */
class RandomInventoriesTest {

  private static final int ROUNDS = Integer.getInteger("random.rounds", 300);

  private static final List<String> PIECES =
      List.of(
          "[",
          "]",
          ":",
          "=",
          "#",
          ";",
          "'",
          "\"",
          "\\",
          "\n",
          "\r",
          "\0",
          " ",
          "\t",
          "{",
          "}",
          ",",
          "(",
          ")",
          "&a",
          "*a",
          "!x ",
          "|",
          ">",
          "- ",
          "<<: ",
          "---",
          "\u00e9",
          "\ud83d\ude00",
          "~",
          "[web]",
          "[a:vars]",
          "[a:children]",
          "[1:9]",
          "b'",
          "0x",
          "1e",
          ".",
          "..",
          "/",
          "@",
          "%");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"hosts", "hosts.yml", "hosts.json"})
  void aChangedInventoryIsReadOrRejected(String name) throws IOException {
    List<byte[]> seeds = seeds();
    Path file = folder.resolve(name);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] bytes = changed(seeds, new Random(round));
      Files.write(file, bytes);
      try {
        Inventory inventory = Inventory.read(file);
        inventory.toJson();
        inventory.hosts();
      } catch (InventoryException rejected) {
        assertThat(rejected).hasMessageStartingWith(file.toString());
      } catch (RuntimeException | StackOverflowError wrong) {
        throw new AssertionError(
            "round " + round + ": " + new String(bytes, StandardCharsets.UTF_8), wrong);
      }
    }
  }

  private static List<byte[]> seeds() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/inventories"))) {
      List<Path> all = files.filter(Files::isRegularFile).sorted().toList();
      List<byte[]> seeds = new ArrayList<>();
      for (Path file : all) {
        seeds.add(Files.readAllBytes(file));
      }
      return seeds;
    }
  }

  private static byte[] changed(List<byte[]> seeds, Random random) {
    StringBuilder text = new StringBuilder();
    text.append(new String(seeds.get(random.nextInt(seeds.size())), StandardCharsets.ISO_8859_1));
    for (int change = random.nextInt(6); change >= 0; change--) {
      int at = random.nextInt(text.length() + 1);
      String piece = PIECES.get(random.nextInt(PIECES.size()));
      switch (random.nextInt(3)) {
        case 0 -> text.insert(at, latin(piece));
        case 1 -> text.delete(at, Math.min(text.length(), at + random.nextInt(8)));
        default -> text.append('\n').append(latin(piece)).append(text, at, text.length());
      }
    }
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String latin(String piece) {
    return new String(piece.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
