package org.upstart4j.dbus.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryTest {

  private final Memory memory = new Memory(100);
  private final List<String> givenUp = new ArrayList<>();

  private Memory.Share share(String name) {
    return memory.share(() -> givenUp.add(name));
  }

  @Test
  void theLargestShareGivesUpWhenAllHoldTooMuch() {
    Memory.Share modest = share("modest");
    Memory.Share greedy = share("greedy");
    modest.take(20);
    greedy.take(80);
    assertThat(givenUp).isEmpty();
    modest.take(1);

    assertThat(givenUp).containsExactly("greedy");
  }

  @Test
  void aShareThatGaveUpIsFree() {
    Memory.Share greedy = share("greedy");
    Memory.Share modest = share("modest");
    greedy.take(101);
    greedy.take(1000);
    greedy.release(500);
    modest.take(100);

    assertThat(givenUp).containsExactly("greedy");
  }

  @Test
  void whatIsReleasedMayBeTakenAgain() {
    Memory.Share one = share("one");
    for (int i = 0; i < 1000; i++) {
      one.take(90);
      one.release(90);
    }
    share("other").take(100);

    assertThat(givenUp).isEmpty();
  }

  @Test
  void closingAShareGivesEverythingBack() {
    try (Memory.Share one = share("one")) {
      one.take(100);
    }
    share("other").take(100);

    assertThat(givenUp).isEmpty();
  }
}
