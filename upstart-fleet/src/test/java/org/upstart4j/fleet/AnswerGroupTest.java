package org.upstart4j.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswerGroupTest {

  @Test
  void hostsWithEqualAnswersAreTogetherLargestGroupFirst() {
    List<Host> hosts = Hosts.many(5);
    Map<Host, String> answers = new LinkedHashMap<>();
    answers.put(hosts.get(0), "stop");
    answers.put(hosts.get(1), "start");
    answers.put(hosts.get(2), "none");
    answers.put(hosts.get(3), "start");
    answers.put(hosts.get(4), "start");

    assertThat(AnswerGroup.of(answers))
        .containsExactly(
            new AnswerGroup<>("start", List.of(hosts.get(1), hosts.get(3), hosts.get(4))),
            new AnswerGroup<>("stop", List.of(hosts.get(0))),
            new AnswerGroup<>("none", List.of(hosts.get(2))));
  }

  @Test
  void noHostsMakeNoGroup() {
    assertThat(AnswerGroup.of(Map.<Host, String>of())).isEmpty();
  }
}
