package org.upstart4j.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstart4j.cli.command.ArgumentReader.Syntax;

class ArgumentsTest {

  private static final Option NO_WAIT = Option.flag('n', "no-wait", "");
  private static final Option EVENTS = Option.text('i', "ignore-events", "LIST", "");
  private static final List<Option> KNOWN =
      List.of(NO_WAIT, EVENTS, Option.DEST, Option.SYSTEM, Option.SESSION, Option.QUIET);

  private static Arguments parse(String... given) {
    return new ArgumentReader(List.of(given)).rest(KNOWN, Syntax.INITCTL);
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
    Arguments arguments = parse(line.split(" "));

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
    ArgumentReader reader = new ArgumentReader(List.of("-q", "start", "-n", "job"));

    assertThat(reader.command(List.of(Option.QUIET))).hasValue("start");
    assertThat(reader.has(Option.QUIET)).isTrue();
    assertThat(reader.has(NO_WAIT)).isFalse();
    Arguments arguments = reader.rest(KNOWN, Syntax.INITCTL);
    assertThat(arguments.words()).containsExactly("job");
    assertThat(arguments.options()).containsOnlyKeys(Option.QUIET, NO_WAIT);
  }

  @Test
  void theUsualSyntaxTakesTheNextWordWhateverItLooksLike() {
    Arguments arguments =
        new ArgumentReader(List.of("-ni", "-q", "-i=B", "--", "-n")).rest(KNOWN, Syntax.USUAL);

    assertThat(arguments.values(EVENTS)).containsExactly("-q", "B");
    assertThat(arguments.has(Option.QUIET)).isFalse();
    assertThat(arguments.words()).containsExactly("-n");
  }

  @Test
  void anOptionBeforeTheCommandThatTheCommandDoesNotTakeIsRefused() {
    ArgumentReader reader = new ArgumentReader(List.of("--system", "check", "file"));
    reader.command(Option.GLOBAL);

    assertThatThrownBy(() -> reader.rest(List.of(), Syntax.USUAL))
        .isInstanceOf(Misuse.class)
        .hasMessage("invalid option: --system");
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
