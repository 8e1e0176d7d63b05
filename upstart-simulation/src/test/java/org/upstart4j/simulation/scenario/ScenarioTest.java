package org.upstart4j.simulation.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.Event;

/** Scenario files, and what is wrong with them. */
class ScenarioTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"", "\n", "# only a comment\n", "---\n", "{}", "programs:\njobs:\nevents:\n"})
  void anEmptyFileSaysNothing(String text) {
    assertThat(Scenario.parse(text)).hasToString("0 programs, 0 jobs, 0 events");
  }

  @Test
  void everyKeyIsRead() {
    Scenario scenario =
        Scenario.parse(
            """
            programs:
              - program: /usr/sbin/web
                instance: ''
                process: main
                forks: 2
                stops-itself: false
                ignores: [TERM, SIGHUP]
                emits:
                  - ready WHERE='a b'
                  - {event: later, after: 2s, waits: false}
                runs:
                  - stop
                  - {command: start worker QUEUE=mail, after: 500ms}
                ends-after: 3s
                exits-with: 1
                then:
                  killed-by: SEGV
                  then: {cannot-run: no such file, then: {never-ends: true}}
              - job: web*
                process: pre-start
            jobs:
              db: |
                exec db
            events:
              - startup
              - {event: net-device-up IFACE=eth0, after: 2m}
            """);

    assertThat(scenario).hasToString("2 programs, 1 jobs, 2 events");
    assertThat(scenario.jobs()).containsOnlyKeys("db");
    assertThat(scenario.events())
        .isEqualTo(
            List.of(
                new OutsideEvent(Event.of("startup"), Duration.ZERO),
                new OutsideEvent(
                    Event.of("net-device-up").with("IFACE", "eth0"), Duration.ofMinutes(2))));
  }

  @Test
  void anUnknownKeyIsToldWithItsPlaceAndNearNames() {
    ScenarioSyntaxException wrong = wrong("programs:\n  - program: a\n    fork: 1\n");

    assertThat(wrong.line()).isEqualTo(3);
    assertThat(wrong.column()).isEqualTo(5);
    assertThat(wrong.reason()).isEqualTo("a program has no key \"fork\"; did you mean forks?");
    assertThat(wrong).hasMessage("line 3, column 5: " + wrong.reason());
  }

  @Test
  void anUnknownKeyThatIsLikeNoneIsToldWithAllKeys() {
    assertThat(wrong("xyzzyxyzzy: 1\n").reason())
        .isEqualTo(
            "a scenario has no key \"xyzzyxyzzy\"; its keys are like, programs, jobs, events");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "forks: 3|forks takes a number from 0 to 2, not \"3\"",
        "forks: [1]|forks takes a text, and this is a list",
        "forks:|forks takes a text, and this is nothing",
        "stops-itself: yes|stops-itself takes true or false, not \"yes\"",
        "ends-after: 3|ends-after takes a time such as 500ms, 3s or 2m, not \"3\"",
        "ends-after: 999999999h|ends-after takes at most 100 days, not \"999999999h\"",
        "ends-after: -1s|ends-after takes a time such as 500ms, 3s or 2m, not \"-1s\"",
        "exits-with: 256|exits-with takes a number from 0 to 255, not \"256\"",
        "killed-by: SEVG|killed-by takes a signal such as TERM, not \"SEVG\"",
        "ignores: TERM|ignores takes a list, and this is a text",
        "emits: [A=1]|emits takes an event's name and then its variables, not \"A=1\" first",
        "emits: [a b]|a variable of an event is NAME=VALUE, and this is none: \"b\"",
        "emits: [\"a B='1\"]|a quote is not closed in \"a B='1\"",
        "emits: [{after: 1s}]|an event needs the key event",
        "emits: ['']|emits takes a text, and this one has no words",
        "runs: [rm -rf]|runs takes initctl, start, stop, restart, reload, status, not \"rm\"",
        "runs: [{after: 1s}]|a command needs the key command",
        "process: premain|process takes main, pre-start, post-start, pre-stop, post-stop or"
            + " security, not \"premain\"",
        "then: 1|then has keys with values, and this is a text",
        "forks: &a 1|an anchor (&NAME) is not read here",
        "forks: *a|an alias (*NAME) is not read here; write the value out"
      })
  void aWrongValueIsToldWithItsPlace(String line, String reason) {
    ScenarioSyntaxException wrong = wrong("programs:\n- program: a\n  " + line + "\n");

    assertThat(wrong.reason()).isEqualTo(reason);
    assertThat(wrong.line()).isEqualTo(3);
  }

  @Test
  void aProgramEndsInOneWayOnly() {
    assertThat(wrong("programs: [{program: a, exits-with: 1, killed-by: TERM}]").reason())
        .isEqualTo("a program ends in one way, and this says two: exits-with and killed-by");
    assertThat(wrong("programs: [{program: a, ends-after: 1s, never-ends: true}]").reason())
        .isEqualTo("a program that never ends has no ends-after");
  }

  @Test
  void aProgramNeedsAProgramOrAJob() {
    assertThat(wrong("programs:\n  - forks: 1\n").reason())
        .isEqualTo("a program needs the key program or job");
  }

  @Test
  void aKeyThatComesTwiceIsRefused() {
    ScenarioSyntaxException wrong = wrong("jobs:\n  a: exec a\n  a: exec b\n");

    assertThat(wrong).hasMessage("line 3, column 3: \"a\" stands in line 2 already");
  }

  @Test
  void textThatIsNoYamlIsToldWithItsPlace() {
    ScenarioSyntaxException wrong = wrong("programs:\n\t- a\n");

    assertThat(wrong.line()).isEqualTo(2);
    assertThat(wrong.reason()).startsWith("this is no YAML: ");
  }

  @Test
  void onlyOneDocumentIsRead() {
    assertThat(wrong("jobs: {}\n---\njobs: {}\n").reason())
        .isEqualTo("a second document begins here; only one is read");
  }

  @Test
  void textsThatWouldGrowAreRefused() {
    assertThat(wrong("x".repeat(2_000_000)).reason()).contains("more than 1048576 characters");
    assertThat(wrong("[".repeat(100_000)).reason()).contains("more than 30 levels deep");
    assertThat(wrong("a: &a [x]\nb: [*a, *a]\n").reason()).contains("an anchor");
    assertThat(wrong("like: " + "{then: ".repeat(60) + "}".repeat(60)).reason())
        .contains("more than 30 levels deep");
  }

  @Test
  void aPlatformsBootCanBeBuiltOn() {
    assertThat(Scenario.parse("like: trusty\n").jobs()).containsKeys("mountall", "rc-sysinit");
    assertThat(Scenario.parse("like: trusty\njobs: {mountall: }\n").jobs())
        .doesNotContainKey("mountall");
    assertThatThrownBy(() -> Scenario.parse("like: ubunut-14.04\n"))
        .hasMessage(
            "line 1, column 7: there is no platform \"ubunut-14.04\"; did you mean ubuntu-14.04?");
  }

  @Test
  void jobsTakeTexts() {
    assertThat(wrong("jobs: [a]").reason())
        .isEqualTo("jobs takes the jobs' names with their texts, and this is a list");
    assertThat(wrong("jobs: {a: [b]}").reason())
        .isEqualTo("a job takes a text, and this is a list");
  }

  private static ScenarioSyntaxException wrong(String text) {
    return catchThrowableOfType(ScenarioSyntaxException.class, () -> Scenario.parse(text));
  }
}
