package org.upstart4j.fleet.rolling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShareTest {

  @Test
  void percentAreRoundedDownAndAtLeastOne() {
    assertThat(Share.parse("10%").among(1_000)).isEqualTo(100);
    assertThat(Share.parse("10%").among(99)).isEqualTo(9);
    assertThat(Share.parse("10%").among(3)).isEqualTo(1);
    assertThat(Share.parse("100%").among(Integer.MAX_VALUE)).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void aNumberIsTakenAsItIs() {
    assertThat(Share.parse("7").among(3)).isEqualTo(7);
    assertThat(Share.parse("7")).hasToString("7").isEqualTo(Share.of(7));
    assertThat(Share.parse("7%")).hasToString("7%").isEqualTo(Share.percent(7));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "0%", "101%", "-1", "1.5", "ten", "1 %", "9999999999", "%"})
  void whatIsNoShareIsRefused(String text) {
    assertThatThrownBy(() -> Share.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("A share is");
  }
}
