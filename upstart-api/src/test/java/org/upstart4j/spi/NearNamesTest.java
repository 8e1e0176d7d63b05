package org.upstart4j.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearNamesTest {

  private static final List<String> NAMES =
      List.of("worker", "web", "db", "works", "wires", "work");

  @Test
  void onlyTheNearestCountAndThreeOfThemAtMost() {
    assertThat(NearNames.of(NAMES, "workr")).containsExactly("work", "worker", "works");
    assertThat(NearNames.of(NAMES, "wbe")).containsExactly("web");
    assertThat(NearNames.of(NAMES, "wb")).containsExactly("db", "web");
  }

  @Test
  void aShortNameIsNotNearToAnyOther() {
    assertThat(NearNames.of(NAMES, "xy")).isEmpty();
  }

  @Test
  void aProposalIsAQuestion() {
    assertThat(NearNames.proposal(NAMES, "workz")).contains("did you mean work or works?");
    assertThat(NearNames.proposal(NAMES, "nothing")).isEmpty();
  }

  @Test
  void aHugeNameHasNoNearNames() {
    assertThat(NearNames.of(NAMES, "w".repeat(1_000_000))).isEmpty();
  }
}
