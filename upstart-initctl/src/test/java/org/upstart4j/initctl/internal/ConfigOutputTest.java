package org.upstart4j.initctl.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.event.EventExpression;
import org.upstart4j.event.EventMatch;

class ConfigOutputTest {

  /** What the real initctl printed. */
  @Test
  void aRecordedConfigurationIsRead() {
    ConfigOutput config =
        ConfigOutput.parse(
            """
            a
              emits one
              emits two
              emits three
              start on ((a or b X=1) and (c or d z Y!=2))
              stop on (runlevel [!2345] or stopping JOB=b)
            """,
            "a");

    assertThat(config.emits()).containsExactly("one", "two", "three");
    assertThat(config.startOn().orElseThrow())
        .isEqualTo(
            EventMatch.of("a")
                .or(EventMatch.of("b", "X=1"))
                .and(EventMatch.of("c").or(EventMatch.of("d", "z", "Y!=2"))));
    assertThat(config.stopOn().orElseThrow())
        .isEqualTo(EventMatch.of("runlevel", "[!2345]").or(EventMatch.of("stopping", "JOB=b")));
  }

  @Test
  void aJobWithoutAnythingHasItsNameOnly() {
    assertThat(ConfigOutput.parse("c\n", "c"))
        .isEqualTo(ConfigOutput.parse("c", "c"))
        .satisfies(config -> assertThat(config.startOn()).isEmpty())
        .satisfies(config -> assertThat(config.emits()).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "b\n", "a\n  begin on x\n", "a\nrubbish\n", "a\n  start on (x)\n"})
  void anythingElseIsRefused(String rubbish) {
    assertThatIllegalArgumentException().isThrownBy(() -> ConfigOutput.parse(rubbish, "a"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"(a", "(a and b", "a)", "(a b)", "((a or b) c)", "(a and b) c", "()"})
  void bracketsThatDontFitAreRefused(String condition) {
    // a bracket at the end of a word outside of all brackets is the word's own
    if (condition.equals("a)")) {
      assertThat(ConditionOutput.parse(condition)).isEqualTo(EventMatch.of("a)"));
    } else {
      assertThatIllegalArgumentException().isThrownBy(() -> ConditionOutput.parse(condition));
    }
  }

  @Test
  void aBlankInTheValueOfANamedArgumentIsTold() {
    assertThat(ConditionOutput.parse("(a X=1 2 Y=3 or b)"))
        .isEqualTo(EventMatch.of("a", "X=1 2", "Y=3").or(EventMatch.of("b")));
  }

  @Test
  void bracketsInAnArgumentStayThere() {
    assertThat(ConditionOutput.parse("(a X=(1) or b X=f(2))"))
        .isEqualTo(EventMatch.of("a", "X=(1)").or(EventMatch.of("b", "X=f(2)")));
  }

  @Test
  void anyConditionPrintsToATextThatIsReadBackAsTheSame() {
    Random random = new Random(42);
    for (int i = 0; i < 10_000; i++) {
      EventExpression condition = condition(random, random.nextInt(6));

      assertThat(ConditionOutput.parse(condition.plainText())).isEqualTo(condition);
    }
  }

  private static EventExpression condition(Random random, int depth) {
    if (depth == 0 || random.nextInt(3) == 0) {
      return match(random);
    }
    EventExpression left = condition(random, depth - 1);
    EventExpression right = condition(random, depth - 1);
    return random.nextBoolean() ? left.and(right) : left.or(right);
  }

  private static EventMatch match(Random random) {
    List<String> arguments =
        List.of("[!2345]", "lo", "$X", "JOB=b", "Y!=2", "Z=a b", "W=(x)", "V=").stream()
            .filter(argument -> random.nextInt(4) == 0)
            .toList();
    return new EventMatch(
        List.of("started", "net-device-*", "x/failed", "and").get(random.nextInt(3)), arguments);
  }

  @Test
  void aConditionMayBeOfAnyDepth() {
    String deep = "(".repeat(50_000) + "a" + " and b)".repeat(50_000);

    assertThat(ConditionOutput.parse(deep).plainText()).isEqualTo(deep);
  }
}
