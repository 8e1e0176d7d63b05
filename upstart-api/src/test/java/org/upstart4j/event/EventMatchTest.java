package org.upstart4j.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventMatchTest {

  @Test
  void withAddsANamedArgumentAfterTheOthersAndLeavesTheOriginalAlone() {
    EventMatch started = EventMatch.of("started", "ssh");

    EventMatch longer = started.with("INSTANCE", 1).with("RESULT", "o*");

    assertThat(longer.event()).isEqualTo("started");
    assertThat(longer.arguments()).containsExactly("ssh", "INSTANCE=1", "RESULT=o*");
    assertThat(started.arguments()).containsExactly("ssh");
  }

  @Test
  void argumentsDoNotChangeWithTheListTheyCameFrom() {
    List<String> arguments = new ArrayList<>(List.of("ssh"));

    EventMatch started = new EventMatch("started", arguments);
    arguments.add("more");

    assertThat(started.arguments()).containsExactly("ssh");
  }

  @Test
  void matchesAreEqualIfNameAndArgumentsInOrderAre() {
    EventMatch match = EventMatch.of("a", "X=1", "Y=2");

    assertThat(match)
        .isEqualTo(EventMatch.of("a").with("X", 1).with("Y", "2"))
        .hasSameHashCodeAs(EventMatch.of("a").with("X", 1).with("Y", "2"))
        .isNotEqualTo(EventMatch.of("a", "Y=2", "X=1"))
        .isNotEqualTo(EventMatch.of("b", "X=1", "Y=2"))
        .isNotEqualTo(EventMatch.of("a"));
  }
}
