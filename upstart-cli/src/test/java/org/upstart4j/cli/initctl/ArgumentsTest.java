package org.upstart4j.cli.initctl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {

  private static final Option NO_WAIT = Option.flag('n', "no-wait", "");
  private static final Option EVENTS = new Option('i', "ignore-events", "LIST", "");
  private static final List<Option> KNOWN =
      List.of(NO_WAIT, EVENTS, Option.DEST, Option.SYSTEM, Option.SESSION, Option.QUIET);

  private static Arguments parse(String... given) {
    return Arguments.parse(KNOWN, List.of(given));
  }

  @Test
  void optionsMayStandAnywhere() {
    Arguments arguments = parse("job", "--no-wait", "A=1", "-q");

    assertThat(arguments.words()).containsExactly("job", "A=1");
    assertThat(arguments.options()).containsOnlyKeys(NO_WAIT, Option.QUIET);
  }

  @Test
  void whatFollowsTwoHyphensIsNoOption() {
    assertThat(parse("-n", "--", "-n", "--quiet").words()).containsExactly("-n", "--quiet");
  }

  @Test
  void aHyphenAloneIsAWord() {
    assertThat(parse("-").words()).containsExactly("-");
  }

  @Test
  void lettersMayBeJoined() {
    assertThat(parse("-nq").options()).containsOnlyKeys(NO_WAIT, Option.QUIET);
  }

  @ParameterizedTest
  @CsvSource({"-iA", "--ignore-events=A", "-i A", "--ignore-events A", "-i -n A"})
  void anArgumentIsJoinedToItsOptionOrTheNextWord(String line) {
    Arguments arguments = Arguments.parse(KNOWN, List.of(line.split(" ")));

    assertThat(arguments.value(EVENTS)).hasValue("A");
    assertThat(arguments.words()).isEmpty();
  }

  @Test
  void twoOptionsTakeTwoWords() {
    Arguments arguments = parse("--dest", "-i", "A", "B", "C");

    assertThat(arguments.value(Option.DEST)).hasValue("A");
    assertThat(arguments.value(EVENTS)).hasValue("B");
    assertThat(arguments.words()).containsExactly("C");
  }

  @Test
  void ofOptionsThatExcludeEachOtherTheLastOneCounts() {
    Arguments arguments = parse("--session", "--system", "--session");

    assertThat(arguments.last(List.of(Option.SYSTEM, Option.SESSION))).hasValue(Option.SESSION);
  }

  @Test
  void optionsEndAtTheFirstWordIfThatIsACommand() {
    Arguments arguments = Arguments.parseUpToWord(KNOWN, List.of("-q", "start", "-n", "job"));

    assertThat(arguments.words()).containsExactly("start", "-n", "job");
    assertThat(arguments.options()).containsOnlyKeys(Option.QUIET);
  }

  @ParameterizedTest
  @CsvSource({
    "-x, invalid option: -x",
    "-nx, invalid option: -x",
    "--none, invalid option: --none",
    "--none=1, invalid option: --none=1",
    "--no-wait=1, unexpected argument: --no-wait=1",
    "--dest, missing argument: --dest",
    "-ni, missing argument: -ni",
  })
  void whatDoesNotFitIsSaid(String given, String message) {
    assertThatThrownBy(() -> parse(given)).isInstanceOf(Misuse.class).hasMessage(message);
  }
}
