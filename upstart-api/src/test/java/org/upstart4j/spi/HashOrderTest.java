package org.upstart4j.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HashOrderTest {

  private final HashOrder<String> order = new HashOrder<>();

  private void add(String... names) {
    for (String name : names) {
      order.add(name, name.toUpperCase(java.util.Locale.ROOT));
    }
  }

  private List<String> seen() {
    List<String> seen = new ArrayList<>();
    order.forEach(seen::add);
    return seen;
  }

  @ParameterizedTest
  @CsvSource({
    "'', 1",
    "a, 15",
    "b, 14",
    "f, 10",
    "web, 7",
    "net/web, 12",
    "tty1, 14",
    "rc-sysinit, 9",
    "mountall, 6",
    "ssh, 3",
    "cron, 6",
    "é, 8",
    "über, 16",
    "日本, 9",
    "café, 1"
  })
  void aNameHasTheBinThatItHasInUpstart(String name, int bin) {
    assertThat(HashOrder.bin(name)).isEqualTo(bin);
  }

  @Test
  void thingsAreOrderedByTheirBinsAndWithinABinByTheirArrival() {
    add("tty1", "mountall", "a", "cron", "b", "ssh");

    assertThat(order.all()).containsExactly("SSH", "MOUNTALL", "CRON", "TTY1", "B", "A");
    assertThat(seen()).containsExactlyElementsOf(order.all());
  }

  @Test
  void aThingThatComesAgainComesAfterTheOthersOfItsBin() {
    add("mountall", "cron");

    order.remove("mountall");
    add("mountall");

    assertThat(order.all()).containsExactly("CRON", "MOUNTALL");
  }

  @Test
  void thingsAreFoundAndRemovedByTheirNames() {
    add("a", "b");
    order.remove("b");
    order.remove("nope");

    assertThat(order.get("a")).isEqualTo("A");
    assertThat(order.get("b")).isNull();
    assertThat(order.isEmpty()).isFalse();
    order.remove("a");
    assertThat(order.isEmpty()).isTrue();
    assertThat(seen()).isEmpty();
  }

  @Test
  void whatIsAddedLaterInTheOrderMeanwhileIsSeenAndWhatIsAddedEarlierIsNot() {
    add("mountall", "b");
    List<String> seen = new ArrayList<>();

    order.forEach(
        thing -> {
          seen.add(thing);
          if (thing.equals("MOUNTALL")) {
            add("ssh", "cron", "a");
          }
        });

    assertThat(seen).containsExactly("MOUNTALL", "CRON", "B", "A");
    assertThat(seen()).containsExactly("SSH", "MOUNTALL", "CRON", "B", "A");
  }

  @Test
  void whatIsRemovedWhileItGoesIsNotSeenEvenTheOneThatItIsAt() {
    add("ssh", "mountall", "cron", "b", "a");
    List<String> seen = new ArrayList<>();

    order.forEach(
        thing -> {
          seen.add(thing);
          if (thing.equals("MOUNTALL")) {
            List.of("ssh", "mountall", "b").forEach(order::remove);
          }
        });

    assertThat(seen).containsExactly("SSH", "MOUNTALL", "CRON", "A");
  }

  @Test
  void whatIsRemovedAndAddedAgainMeanwhileIsSeenAgainAtTheEndOfItsBin() {
    add("mountall", "cron");
    List<String> seen = new ArrayList<>();

    order.forEach(
        thing -> {
          seen.add(thing);
          if (seen.size() == 1) {
            order.remove("mountall");
            add("mountall");
          }
        });

    assertThat(seen).containsExactly("MOUNTALL", "CRON", "MOUNTALL");
  }
}
