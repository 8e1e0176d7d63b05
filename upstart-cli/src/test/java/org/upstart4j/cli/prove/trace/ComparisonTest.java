package org.upstart4j.cli.prove.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  /** Times in milliseconds, each followed by a subject and what happened to it. */
  private static Trace trace(Object... happened) {
    List<TraceEntry> entries = new ArrayList<>();
    for (int i = 0; i < happened.length; i += 3) {
      entries.add(
          new TraceEntry(
              Duration.ofMillis((Integer) happened[i]),
              (String) happened[i + 1],
              (String) happened[i + 2]));
    }
    return new Trace("a machine", entries, new TreeMap<>(), new TreeMap<>());
  }

  private static Trace trace(Map<String, String> environment, Map<String, String> traits) {
    SortedMap<String, ProcessRecord> records = new TreeMap<>();
    records.put(
        "web main 1",
        new ProcessRecord(List.of("web"), new TreeMap<>(environment), new TreeMap<>(traits)));
    return new Trace("a machine", List.of(), records, new TreeMap<>());
  }

  private static List<String> differences(Trace upstart, Trace systemd) {
    return new Comparison(upstart, systemd)
        .differences().stream().map(TraceDifference::toString).toList();
  }

  @Test
  void tracesWithTheSameEntriesDoNotDiffer() {
    assertThat(differences(trace(0, "a", "begins"), trace(50, "a", "begins"))).isEmpty();
  }

  @Test
  void whatHappensAtTheSameTimeHasNoOrder() {
    Trace upstart = trace(0, "main", "begins", 90, "post-start", "begins");
    Trace systemd = trace(0, "post-start", "begins", 90, "main", "begins");

    assertThat(differences(upstart, systemd)).isEmpty();
  }

  @Test
  void whatHappensLaterHasAnOrder() {
    Trace upstart = trace(0, "pre-start", "begins", 100, "main", "begins");
    Trace systemd = trace(0, "main", "begins", 10, "pre-start", "begins");

    assertThat(differences(upstart, systemd))
        .containsExactly("\"pre-start begins\" comes before \"main begins\" under Upstart only");
  }

  @Test
  void whatHappensOftenerOnOneMachineIsADifference() {
    Trace upstart = trace(0, "main", "gets TERM", 0, "main", "gets TERM", 0, "a", "begins");
    Trace systemd = trace(0, "main", "gets TERM", 0, "b", "begins");

    assertThat(differences(upstart, systemd))
        .containsExactly(
            "main gets TERM: 2 times under Upstart, 1 times under systemd",
            "a begins: under Upstart only",
            "b begins: under systemd only");
  }

  @Test
  void aCommandMayTakeAThirdOfASecondLonger() {
    Trace upstart = trace(0, "step 1", "is given", 2000, "step 1", "is done");
    Trace same = trace(0, "step 1", "is given", 2300, "step 1", "is done");
    Trace longer = trace(0, "step 1", "is given", 2310, "step 1", "is done");

    assertThat(differences(upstart, same)).isEmpty();
    assertThat(differences(upstart, longer))
        .containsExactly("step 1 takes 2.00 s under Upstart, 2.31 s under systemd");
  }

  @Test
  void variablesAndTraitsAreComparedOneByOne() {
    assertThat(
            differences(
                trace(Map.of("A", "1", "B", "2"), Map.of("nice", "5")),
                trace(Map.of("A", "3"), Map.of("nice", "0"))))
        .containsExactly(
            "A of web main 1: 1 under Upstart, 3 under systemd",
            "B of web main 1: 2 under Upstart, not there under systemd",
            "nice of web main 1: 5 under Upstart, 0 under systemd");
  }

  @Test
  void whatIsKnownToDifferDoesNotCount() {
    Trace upstart =
        trace(
            Map.of("UPSTART_EVENTS", "runlevel", "RUNLEVEL", "2"),
            Map.of(
                "ignored signals", "180000000",
                "standard output", "/tmp/log/web.log",
                "limit resident set", "2414804328138481770 2414804328138481770"));
    Trace systemd =
        trace(
            Map.of("INVOCATION_ID", "1", "JOURNAL_STREAM", "2", "MAINPID", "3"),
            Map.of(
                "ignored signals", "0",
                "standard output", "socket:[17]",
                "limit resident set", "unlimited unlimited"));

    assertThat(differences(upstart, systemd)).isEmpty();
  }

  @Test
  void aSignalThatIsIgnoredOnOneMachineIsNotKnownToDiffer() {
    assertThat(
            differences(
                trace(Map.of(), Map.of("ignored signals", "180000000")),
                trace(Map.of(), Map.of("ignored signals", "1000"))))
        .containsExactly("ignored signals of web main 1: 0 under Upstart, 1000 under systemd");
  }
}
