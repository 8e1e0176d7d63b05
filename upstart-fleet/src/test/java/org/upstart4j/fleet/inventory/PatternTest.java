package org.upstart4j.fleet.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.fleet.Host;

/** Compares patterns with what {@code ansible --list-hosts --limit} said of them, and more. */
class PatternTest {

  private static final Path FOLDER = Path.of("src/test/inventories");

  private static final Inventory PATTERNED = Inventory.read(FOLDER.resolve("patterned.ini"));

  static Stream<String> recorded() throws IOException {
    return Files.readAllLines(FOLDER.resolve("recorded/patterns.txt")).stream();
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void aPatternNamesTheHostsThatAnsibleFinds(String line) {
    String[] parts = line.split(" => ", -1);
    String pattern = parts[0].replace("@", "@" + FOLDER + "/");
    if (parts[1].equals("error")) {
      assertThatThrownBy(() -> PATTERNED.select(pattern)).isInstanceOf(InventoryException.class);
    } else {
      assertThat(names(pattern)).containsExactlyInAnyOrder(parts[1].split(" "));
    }
  }

  @Test
  void hostsComeInTheOrderOfThePattern() {
    assertThat(names("db,web[1],lonely,db1")).containsExactly("db1", "db2", "web2", "lonely");
    assertThat(names("web3,&web,web1")).containsExactly("web3", "web1");
  }

  @Test
  void aNameThatNobodyHasIsAnErrorWithNearNames() {
    assertThatThrownBy(() -> PATTERNED.select("wbe"))
        .hasMessage("wbe: no host and no group is called \"wbe\"; did you mean web?");
    assertThatThrownBy(() -> PATTERNED.select("all:!eurpoe"))
        .hasMessage("all:!eurpoe: no host and no group is called \"eurpoe\"; did you mean europe?");
  }

  @Test
  void anEmptyPatternIsNotAll() {
    for (String pattern : List.of("", " ", ",", "[", "!", "&", "web:!")) {
      assertThatThrownBy(() -> PATTERNED.select(pattern))
          .as(pattern)
          .isInstanceOf(InventoryException.class);
    }
  }

  @Test
  void aPatternThatLeavesNoHostIsAnError() {
    assertThatThrownBy(() -> PATTERNED.select("web:!web"))
        .hasMessage("web:!web: this leaves no host");
  }

  @Test
  void anIndexBeyondTheLastHostSaysHowManyThereAre() {
    assertThatThrownBy(() -> PATTERNED.select("web[9]"))
        .hasMessage("web[9]: web[9] is none of the 5 hosts of \"web\"; the first one is [0]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "~(a+)+$,x",
        "~(a|aa)+$,x",
        "~(.*)*(.*)*(.*)*(.*)*x,x",
        "~((){1000}){1000},x",
        "~(a{1000}){1000},x",
        "~(?:(?:(?:a*)*)*)*b,x",
        "~(a|b|ab)*(?=c),x",
      })
  void aHostileRegularExpressionEnds(String pattern) {
    Inventory hostile = Inventory.of(List.of("a".repeat(900) + "," + "ab".repeat(400) + ","));
    assertThatThrownBy(() -> hostile.select(pattern)).isInstanceOf(InventoryException.class);
  }

  @Test
  void aHostileGlobEnds() {
    Inventory hostile = Inventory.of(List.of("a".repeat(900) + ","));
    assertThatThrownBy(() -> hostile.select("*a".repeat(400) + "b,"))
        .isInstanceOf(InventoryException.class);
  }

  private static List<String> names(String pattern) {
    return PATTERNED.select(pattern).stream().map(Host::name).toList();
  }
}
