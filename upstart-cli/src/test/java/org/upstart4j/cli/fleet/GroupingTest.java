package org.upstart4j.cli.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Equal answers are shown once, in an order that does not depend on who answers first. */
class GroupingTest {

  private static final List<String> RUNS = List.of("web start/running");
  private static final List<String> WAITS = List.of("web stop/waiting");

  private final Grouping grouping = new Grouping(List.of("web1", "web2", "web3", "db"));

  private void add(String host, List<String> answer, boolean isOk) {
    grouping.add(host, answer, answer, isOk);
  }

  private List<List<String>> hosts() {
    return grouping.groups().stream().map(Grouping.Group::hosts).toList();
  }

  @Test
  void theLargestGroupIsFirst() {
    add("web1", WAITS, true);
    add("web3", RUNS, true);
    add("web2", RUNS, true);

    assertThat(hosts()).containsExactly(List.of("web2", "web3"), List.of("web1"));
  }

  @Test
  void ofEqualGroupsThatWithTheFirstHostIsFirst() {
    add("db", RUNS, true);
    add("web1", WAITS, true);

    assertThat(hosts()).containsExactly(List.of("web1"), List.of("db"));
  }

  @Test
  void thoseThatHaveFailedAreLastHoweverManyTheyAre() {
    add("web1", RUNS, false);
    add("web2", RUNS, false);
    add("db", WAITS, true);

    assertThat(hosts()).containsExactly(List.of("db"), List.of("web1", "web2"));
  }
}
