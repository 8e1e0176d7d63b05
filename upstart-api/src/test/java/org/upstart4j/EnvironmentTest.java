package org.upstart4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {

  @Test
  void variablesKeepTheirOrderAndAChangedOneItsPlace() {
    Environment environment = Environment.of("B", 1).with("A", 2).with("B", 3).with("C", "");

    assertThat(environment.entries()).containsExactly("B=3", "A=2", "C=");
    assertThat(environment).hasToString("B=3 A=2 C=");
  }

  @Test
  void withLeavesTheOriginalAlone() {
    Environment original = Environment.of("A", 1);

    original.with("B", 2);

    assertThat(original.entries()).containsExactly("A=1");
  }

  @Test
  void aMapGivesItsEntriesInItsOrder() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("Z", 1);
    map.put("A", "x=y");

    assertThat(Environment.of(map).entries()).containsExactly("Z=1", "A=x=y");
  }

  @Test
  void aValueIsEverythingAfterTheFirstEqualsSign() {
    Environment environment = Environment.parse(List.of("A=x=y", "EMPTY=", "=nameless"));

    assertThat(environment.get("A")).contains("x=y");
    assertThat(environment.get("EMPTY")).contains("");
    assertThat(environment.get("")).contains("nameless");
    assertThat(environment.get("A=x")).isEmpty();
    assertThat(environment.get("EMPT")).isEmpty();
    assertThat(environment.get("EMPTYX")).isEmpty();
  }

  @Test
  void ofANameThatComesTwiceTheFirstCounts() {
    Environment twice = Environment.parse(List.of("A=1", "A=2"));

    assertThat(twice.get("A")).contains("1");
    assertThat(twice.with("A", 3).entries()).containsExactly("A=3", "A=2");
  }

  @Test
  void theEmptyOneIsEmpty() {
    assertThat(Environment.EMPTY.isEmpty()).isTrue();
    assertThat(Environment.parse(List.of())).isSameAs(Environment.EMPTY).hasToString("");
    assertThat(Environment.of("A", "").isEmpty()).isFalse();
  }

  @Test
  void environmentsAreEqualIfTheirEntriesInOrderAre() {
    assertThat(Environment.of("A", 1).with("B", 2))
        .isEqualTo(Environment.parse(List.of("A=1", "B=2")))
        .hasSameHashCodeAs(Environment.parse(List.of("A=1", "B=2")))
        .isNotEqualTo(Environment.parse(List.of("B=2", "A=1")));
  }

  @Test
  void entriesDoNotChangeWithTheListTheyCameFrom() {
    List<String> list = new ArrayList<>(List.of("A=1"));

    Environment environment = new Environment(list);
    list.add("B=2");

    assertThat(environment.entries()).containsExactly("A=1");
  }

  @Test
  void anEntryWithoutAnEqualsSignIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Environment.parse(List.of("A=1", "PATH")))
        .withMessage("A variable is NAME=VALUE; there is no = in \"PATH\"");
  }

  @Test
  void anEntryWithANulCharacterIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Environment.of("A", "x\0y"))
        .withMessage("A variable must not hold a NUL character; \"A\" does");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A=B", "="})
  void aNameThatIsEmptyOrHoldsAnEqualsSignIsRefused(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Environment.EMPTY.with(name, "x"))
        .withMessage(
            "A variable's name is not empty and holds no =, unlike \"%s\"".formatted(name));
    assertThatIllegalArgumentException().isThrownBy(() -> Environment.of(name, "x"));
    assertThatIllegalArgumentException().isThrownBy(() -> Environment.of(Map.of(name, "x")));
  }
}
