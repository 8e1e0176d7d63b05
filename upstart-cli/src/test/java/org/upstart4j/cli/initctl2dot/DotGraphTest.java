package org.upstart4j.cli.initctl2dot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each expected line is one that Upstart's own program writes for the same input. */
class DotGraphTest {

  private static final String JOB_STYLE =
      " | { <start> start on | <stop> stop on }\", fontcolor=\"black\", style=\"filled\","
          + " fillcolor=\"#DCDCDC\"];";

  private static List<String> lines(Set<String> wanted, String... config) {
    return new DotGraph(new Part(ShownConfig.read(List.of(config)), wanted), new Colours(Map.of()))
        .text("of a test")
        .lines()
        .map(String::strip)
        .toList();
  }

  private static List<String> edges(Set<String> wanted, String... config) {
    return lines(wanted, config).stream()
        .filter(line -> line.contains(" -> "))
        .map(line -> line.replaceAll("\\[color=\"(.*)\"];", "$1"))
        .toList();
  }

  @Test
  void jobsAreRecordsWithPortsAndEventsDiamonds() {
    assertThat(lines(Set.of(), "a-job", "  emits net-*", "  start on up (job:, env: X=1)"))
        .startsWith("digraph upstart {")
        .contains(
            "job_a_job [shape=\"record\", label=\"<job> a-job" + JOB_STYLE,
            "event_net_star [label=\"net-*\", shape=diamond, fontcolor=\"black\","
                + " fillcolor=\"thistle\", style=\"dotted\"];",
            "event_up [label=\"up\", shape=diamond, fontcolor=\"black\","
                + " fillcolor=\"thistle\", style=\"filled\"];")
        .endsWith("}");
  }

  @Test
  void edgesLeadFromWhatHappensToWhatItStartsOrStops() {
    assertThat(
            edges(
                Set.of(),
                "web",
                "  emits web-up",
                "  start on started (job: db, env: RESULT=ok)",
                "  start on filesystem (job:, env:)",
                "  stop on stopping (job: db, env:)",
                "  stop on runlevel (job:, env: [016])"))
        .containsExactlyInAnyOrder(
            "job_db:job -> job_web:start blue",
            "event_filesystem -> job_web:start blue",
            "job_db:job -> job_web:stop red",
            "event_runlevel -> job_web:stop red",
            "job_web:job -> event_web_up green");
  }

  @Test
  void aJobThatIsAboutToStartPointsAtThoseThatWaitForThat() {
    assertThat(edges(Set.of(), "guard", "  start on starting (job: web, env:)"))
        .containsExactly("job_guard:start -> job_web:job blue");
  }

  @Test
  void whatIsEmittedUnderAPatternLeadsToTheEventsThatMatch() {
    assertThat(edges(Set.of(), "net", "  emits net-*", "web", "  start on net-up (job:, env:)"))
        .contains("job_net:job -> event_net_star green", "job_net:job -> event_net_up green");
  }

  @Test
  void anEventNamedByAVariableIsTheJobsOwn() {
    assertThat(lines(Set.of(), "tty", "  stop on $GONE (job:, env:)"))
        .anyMatch(line -> line.startsWith("event_ttycolondollar_GONE [label=\"tty:$GONE\""));
  }

  @Test
  void aChosenJobBringsWhatItsConditionsNameAndWhoEmitsThat() {
    String[] config = {
      "web",
      "  start on started (job: db, env:)",
      "  start on ready (job:, env:)",
      "db",
      "  emits db-up",
      "  start on boot (job:, env:)",
      "net",
      "  emits ready",
      "other",
      "  start on boot (job:, env:)"
    };

    assertThat(edges(Set.of("web"), config))
        .containsExactlyInAnyOrder(
            "job_db:job -> job_web:start blue",
            "event_ready -> job_web:start blue",
            "job_db:job -> event_db_up green",
            "job_net:job -> event_ready green");
    assertThat(lines(Set.of("web"), config))
        .anyMatch(line -> line.startsWith("job_net "))
        .noneMatch(line -> line.contains("other"))
        .noneMatch(line -> line.contains("boot"));
  }

  @Test
  void aChosenJobMayBeStoppedByOneThatIsNotThere() {
    assertThat(edges(Set.of("web"), "web", "  stop on stopping (job: gone, env:)"))
        .containsExactly("job_gone:job -> job_web:stop red");
  }

  @Test
  void anyNameIsANameToGraphviz() {
    assertThat(lines(Set.of(), "a\"b|{c}", "  emits x+y"))
        .contains(
            "\"job_a\\\"b|{c}\" [shape=\"record\", label=\"<job> a\\\"b\\|\\{c\\}" + JOB_STYLE)
        .anyMatch(line -> line.startsWith("\"event_x+y\" [label=\"x+y\""))
        .contains("\"job_a\\\"b|{c}\":job -> \"event_x+y\" [color=\"green\"];");
  }

  @Test
  void whatIsNoOutputOfShowConfigIsRefusedWithItsLine() {
    assertThatThrownBy(() -> ShownConfig.read(List.of("web", "  start on a and b")))
        .hasMessage("line 2 is none that initctl show-config -e prints: start on a and b");
    assertThatThrownBy(() -> ShownConfig.read(List.of("  emits x")))
        .hasMessageStartingWith("line 1 is none");
  }
}
