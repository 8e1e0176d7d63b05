package org.upstart4j.jobfile.stanza;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class LimitValueTest {

  @Test
  void aLimitIsANumberWithoutASign() {
    assertThat(LimitValue.of(0)).hasToString("0");
    assertThat(LimitValue.of(Long.MAX_VALUE)).hasToString("9223372036854775807");
    assertThat(new LimitValue(-2)).hasToString("18446744073709551614");
    assertThat(new LimitValue(-2).isUnlimited()).isFalse();
  }

  @Test
  void allBitsTogetherMeanUnlimited() {
    assertThat(new LimitValue(-1)).isEqualTo(LimitValue.UNLIMITED).hasToString("unlimited");
    assertThat(LimitValue.UNLIMITED.isUnlimited()).isTrue();
    assertThat(LimitValue.of(1).isUnlimited()).isFalse();
  }

  @Test
  void aNegativeLimitIsNotMadeByAccident() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LimitValue.of(-1))
        .withMessage("A limit is 0 or more, or unlimited; not -1");
  }
}
