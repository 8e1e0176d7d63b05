package org.upstart4j.jobfile.stanza;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvStanzaTest {

  @Test
  void aVariableIsSplitAtItsFirstEqualsSign() {
    EnvStanza env = new EnvStanza("A=b=c");

    assertThat(env.key()).isEqualTo("A");
    assertThat(env.value()).contains("b=c");
    assertThat(EnvStanza.of("A", "b=c")).isEqualTo(env);
  }

  @Test
  void aVariableWithoutAnEqualsSignHasNoValue() {
    assertThat(new EnvStanza("A").key()).isEqualTo("A");
    assertThat(new EnvStanza("A").value()).isEmpty();
    assertThat(new EnvStanza("A=").value()).contains("");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A=", "=", "A=b"})
  void aNewVariablesNameHoldsNoEqualsSign(String key) {
    assertThatIllegalArgumentException().isThrownBy(() -> EnvStanza.of(key, "x"));
  }
}
