package org.upstart4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionTest {

  private static final Version NEWEST = new Version("init (upstart 1.13.2)");

  @Test
  void theNumbersAreTheFirstThatTheTextHolds() {
    assertThat(NEWEST.numbers()).containsExactly(1, 13, 2);
    assertThat(new Version("1.5").numbers()).containsExactly(1, 5);
    assertThat(new Version("upstart 0.6.5-8 of 2010").numbers()).containsExactly(0, 6, 5);
    assertThat(new Version("unknown").numbers()).isEmpty();
    assertThat(new Version("").numbers()).isEmpty();
    assertThat(NEWEST).hasToString("init (upstart 1.13.2)");
  }

  @Test
  void versionsAreOrderedByTheirNumbersNotByTheirLetters() {
    List<Version> ordered =
        List.of(
            new Version("nothing"),
            new Version("init (upstart 0.6.5)"),
            new Version("init (upstart 1.9)"),
            new Version("1.9.1"),
            new Version("init (upstart 1.12.1)"),
            new Version("init (upstart 1.13)"),
            NEWEST,
            new Version("init (upstart 2)"));

    assertThat(ordered).isSorted();
    assertThat(ordered.stream().sorted(java.util.Comparator.reverseOrder()).sorted())
        .isEqualTo(ordered);
  }

  @Test
  void versionsCompareAsEqualOnlyIfTheyAre() {
    assertThat(NEWEST).isEqualByComparingTo(new Version("init (upstart 1.13.2)"));
    assertThat(new Version("1.13")).isNotEqualByComparingTo(new Version("1.13.0"));
    assertThat(new Version("1.13")).isNotEqualByComparingTo(new Version("init (upstart 1.13)"));
  }

  @ParameterizedTest
  @CsvSource({"1.13, true", "1.13.2, true", "1.13.3, false", "1.9, true", "2, false", "1, true"})
  void aVersionIsAtLeastThoseThatAreNotLater(String wanted, boolean is) {
    int[] numbers = new Version(wanted).numbers().stream().mapToInt(Integer::intValue).toArray();

    assertThat(NEWEST.isAtLeast(numbers)).isEqualTo(is);
  }

  @Test
  void whatIsLeftOutCountsAsZero() {
    assertThat(new Version("1.13").isAtLeast(1, 13, 0)).isTrue();
    assertThat(new Version("1.13").isAtLeast(1, 13, 1)).isFalse();
    assertThat(new Version("nothing").isAtLeast(0)).isTrue();
    assertThat(new Version("nothing").isAtLeast()).isTrue();
  }

  @Test
  void numbersThatNoVersionHasAreCutInsteadOfRefused() {
    assertThat(new Version("20260101123456").numbers()).isNotEmpty();
    assertThat(new Version("1.999999999").numbers()).containsExactly(1, 999999999);
  }
}
