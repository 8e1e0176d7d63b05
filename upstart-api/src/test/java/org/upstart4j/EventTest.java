package org.upstart4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class EventTest {

  @Test
  void anEventIsItsNameAndItsVariablesInOrder() {
    Event event = Event.of("deployed").with("VERSION", 2).with("HOST", "web").with("VERSION", 3);

    assertThat(event.name()).isEqualTo("deployed");
    assertThat(event.variables().entries()).containsExactly("VERSION=3", "HOST=web");
    assertThat(event)
        .hasToString("deployed VERSION=3 HOST=web")
        .isEqualTo(new Event("deployed", Environment.of("VERSION", 3).with("HOST", "web")));
    assertThat(Event.of("deployed")).hasToString("deployed");
  }

  @Test
  void withLeavesTheOriginalAlone() {
    Event original = Event.of("deployed");

    original.with("VERSION", 2);

    assertThat(original.variables().isEmpty()).isTrue();
  }

  @Test
  void anEmptyNameIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Event.of(""))
        .withMessage("An event's name is not empty");
  }

  @Test
  void aNameWithANulCharacterIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Event.of("a\0b"))
        .withMessage("An event holds no NUL character, unlike \"a?b\"");
  }
}
