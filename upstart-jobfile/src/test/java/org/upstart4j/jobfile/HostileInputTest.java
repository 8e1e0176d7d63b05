package org.upstart4j.jobfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.event.EventExpression;
import org.upstart4j.jobfile.stanza.Fault;
import org.upstart4j.jobfile.version.UpstartVersion;

/** Files made to exhaust a parser: none may end in a stack overflow, and none is refused. */
class HostileInputTest {

  private static final int MANY = 100_000;

  private static JobDefinition accepted(String file) {
    return JobDefinition.of("job", JobFile.parse(file));
  }

  private static Problem rejected(String file) {
    JobFile parsed = JobFile.parse(file);
    assertThat(parsed.toString().equals(file)).isTrue();
    List<Problem> problems = parsed.problems();
    Verdict verdict = JobDefinition.verdict("job", parsed, UpstartVersion.NEWEST);
    assertThat(verdict).isInstanceOf(Verdict.Rejected.class);
    assertThat(problems).isNotEmpty();
    assertThat(problems.get(0).render("x").length()).isLessThan(1_000);
    return problems.get(0);
  }

  @Test
  void parenthesesMayNestHoweverDeep() {
    JobDefinition job = accepted("start on " + "(".repeat(MANY) + "a" + ")".repeat(MANY) + "\n");

    assertThat(job.startOn().orElseThrow()).hasToString("a");
  }

  @Test
  void aConditionMayGrowToTheRightHoweverDeep() {
    String file = "start on " + "(a and ".repeat(MANY) + "b" + ")".repeat(MANY) + "\n";

    EventExpression startOn = accepted(file).startOn().orElseThrow();

    assertThat(startOn.matches().count()).isEqualTo(MANY + 1L);
    assertThat(accepted(file).equals(accepted(file))).isTrue();
    assertThat(("start on " + startOn + "\n").equals(file)).isTrue();
  }

  @Test
  void aConditionMayHaveAMillionOperands() {
    JobDefinition job = accepted("start on a" + " or a".repeat(999_999) + "\n");

    assertThat(job.startOn().orElseThrow().matches().count()).isEqualTo(1_000_000);
  }

  @Test
  void anEventMayHaveManyArguments() {
    JobDefinition job = accepted("start on a" + " B=c".repeat(MANY) + "\n");

    assertThat(job.startOn().orElseThrow().postfix().get(0)).hasSize(MANY + 1);
  }

  @Test
  void parenthesesThatAreNeverClosedAreMismatched() {
    assertThat(rejected("start on " + "(".repeat(MANY) + "a\n").fault())
        .isEqualTo(Fault.MISMATCHED_PARENS);
    assertThat(rejected("start on a" + ")".repeat(MANY) + "\n").fault())
        .isEqualTo(Fault.MISMATCHED_PARENS);
    assertThat(rejected("start on " + "(".repeat(MANY)).fault()).isEqualTo(Fault.EXPECTED_EVENT);
    assertThat(rejected("start on (a\n\n".repeat(MANY)).fault()).isEqualTo(Fault.EXPECTED_TOKEN);
  }

  @Test
  void aLineMayHaveTenMegabytes() {
    String text = "x".repeat(10_000_000);

    assertThat(accepted("description " + text).description())
        .hasValueSatisfying(
            description -> assertThat(description.length()).isEqualTo(text.length()));
    assertThat(accepted("exec " + text + "\n").processes()).hasSize(1);
    assertThat(rejected(text + "\n").fault()).isEqualTo(Fault.UNKNOWN_STANZA);
    assertThat(accepted("#" + text)).isEqualTo(accepted(""));
  }

  @Test
  void aLineMayHaveManyWords() {
    assertThat(accepted("emits" + " e".repeat(1_000_000) + "\n").emits()).hasSize(1_000_000);
    assertThat(rejected("task" + " e".repeat(1_000_000) + "\n").fault())
        .isEqualTo(Fault.UNEXPECTED_TOKEN);
  }

  @Test
  void aFileMayHaveAMillionStanzas() {
    JobFile file = JobFile.parse("env A\n".repeat(1_000_000));

    assertThat(file.stanzas().count()).isEqualTo(1_000_000);
    assertThat(JobDefinition.of("job", file).env()).hasSize(1_000_000);
  }

  @Test
  void everyStanzaOfALongFileMayBeWrong() {
    assertThat(JobFile.parse("foo\n".repeat(30_000)).problems()).hasSize(30_000);
  }

  @Test
  void stanzasMayStandOnOneLineHoweverMany() {
    assertThat(JobFile.parse("manual ".repeat(MANY)).stanzas()).hasSize(MANY);
    assertThat(JobFile.parse("manual\\\n".repeat(MANY)).stanzas().count()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"", "'", "exec \"\n", "start on (a '\n", "env A='\n", "script \"\n"})
  void quotesMayStayOpenAgainAndAgain(String open) {
    assertThat(rejected(open.repeat(2_001)).span().line()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\\", "\\\n", "\0", "\r", "\t", "#", "\n", "\u00ff", "( ", "end script\n"})
  void oneThingMayBeRepeatedHoweverOften(String thing) {
    for (String start :
        List.of("", "exec ", "env ", "start on ", "start on (", "script\n", "kill ")) {
      String file = start + thing.repeat(5_000);
      JobFile parsed = JobFile.parse(file);

      assertThat(parsed.toString().equals(file)).isTrue();
      parsed.problems().forEach(problem -> problem.render("x"));
      JobDefinition.verdict("job", parsed, parsed, UpstartVersion.CHROMEOS_1_13).registered();
    }
  }

  @Test
  void aScriptMayHaveManyLinesAndAnEndThatNeverComes() {
    String body = "  echo \"$(date)\" # 'x\n".repeat(MANY);

    assertThat(accepted("script\n" + body + "end script\n").processes()).hasSize(1);
    assertThat(rejected("script\n" + body).fault()).isEqualTo(Fault.UNTERMINATED_BLOCK);
  }

  @Test
  void numbersMayHaveManyDigits() {
    assertThat(rejected("nice " + "9".repeat(1_000_000) + "\n").fault())
        .isEqualTo(Fault.ILLEGAL_NICE);
    assertThat(accepted("nice " + "0".repeat(1_000_000) + "\n").nice()).contains(0);
  }

  @Test
  void aFileOfMoreThan64MebibytesIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JobFile.parse(new byte[64 << 20]))
        .withMessageContaining("at most 67108863 bytes");
  }

  @Test
  void theCommentOfALongConditionIsLookedForInTimeThatGrowsWithIt() {
    JobFile file = JobFile.parse("start on a" + " or a".repeat(500_000) + "\n");
    assertThat(file.stanzas().findFirst().orElseThrow().comment()).isEmpty();
  }

  @Test
  @Timeout(120)
  void aMillionLinesThatAreWrongAreEdited() {
    JobFileBuilder wrong = JobFile.parse("foo\n".repeat(1_000_000)).toBuilder();
    assertThat(wrong.set("task").build().entries()).hasSize(1_000_001);
    assertThat(wrong.commentOut("foo").build().stanzas()).hasSize(1);
    assertThat(JobFile.parse("exce a\n".repeat(MANY)).problems()).hasSize(MANY);
  }

  @Test
  @Timeout(120)
  void aFileMayBeBuiltOfManyStanzas() {
    JobFileBuilder built = JobFile.builder().task();
    JobFileBuilder edited = JobFile.parse("task\n# tail\n").toBuilder();
    for (int i = 0; i < 50_000; i++) {
      built.env("A" + i, "x").emits("b" + i);
      edited.env("A" + i, "x");
    }
    assertThat(built.build().entries()).hasSize(100_001);
    assertThat(edited.build().entries()).hasSize(50_002);
  }

  @Test
  @Timeout(120)
  void placesInALongLineMayBeAskedForInAnyOrder() {
    JobFile file = JobFile.parse("manual ".repeat(MANY) + "\u00e9");
    List<Entry> entries = file.entries();
    for (int i = MANY - 1; i >= 0; i--) {
      assertThat(file.span(entries.get(i)).column()).isEqualTo(7 * i + 1);
    }
  }

  @Test
  @Timeout(60)
  void stanzasThatExistAreSetOneByOneInTimeThatGrowsWithThem() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < MANY; i++) {
      text.append("env A").append(i).append("=old\n");
    }
    JobFileBuilder file = JobFile.parse(text.toString()).toBuilder();
    for (int i = 0; i < MANY; i++) {
      file.env("A" + i, "new");
    }
    assertThat(file.build().toString().equals(text.toString().replace("old", "new"))).isTrue();
  }
}
