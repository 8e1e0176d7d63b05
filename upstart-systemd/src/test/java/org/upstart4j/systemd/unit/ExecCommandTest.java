package org.upstart4j.systemd.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.systemd.unit.ExecCommand.Prefix;

class ExecCommandTest {

  private static final List<Prefix> MAY_STAND_ALONE =
      List.of(
          Prefix.IGNORE_FAILURE,
          Prefix.NO_VARIABLES,
          Prefix.FULL_RIGHTS,
          Prefix.NO_SETUID,
          Prefix.AMBIENT);

  private static ExecCommand command(String... words) {
    return new ExecCommand(Set.of(), List.of(words));
  }

  private static ExecCommand command(Set<Prefix> prefixes, String... words) {
    return new ExecCommand(prefixes, List.of(words));
  }

  @Test
  void signsThatMeanSomethingAreDoubled() {
    assertThat(command("/bin/echo", "$HOME", "100%", "a b").text())
        .isEqualTo("/bin/echo $$HOME 100%% \"a b\"");
  }

  @Test
  void dollarSignsStayWhereNoVariablesAreRead() {
    assertThat(command(Set.of(Prefix.NO_VARIABLES), "/bin/echo", "$HOME", "%").text())
        .isEqualTo(":/bin/echo $HOME %%");
  }

  @Test
  void aLoneSemicolonIsEscaped() {
    assertThat(command("/bin/find", ".", "-exec", "rm", "{}", ";", ";;").text())
        .isEqualTo("/bin/find . -exec rm {} \\; ;;");
  }

  @Test
  void prefixesStandBeforeTheProgramAndItsQuotes() {
    assertThat(
            command(
                    Set.of(Prefix.IGNORE_FAILURE, Prefix.ARGV0, Prefix.FULL_RIGHTS),
                    "/opt/my app",
                    "app")
                .text())
        .isEqualTo("-+@\"/opt/my app\" app");
  }

  @Test
  void thePathOfAProgramKeepsItsDollarSignsAndItsNameIsGivenApart() {
    assertThat(command("/opt/a$b").text()).isEqualTo("/opt/a$b");
    assertThat(command("/opt/${b}", "x").text()).isEqualTo("@/opt/${b} /opt/$${b} x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-x", "@x", ":x", "+x", "!x", ";"})
  void aProgramThatStartsAsAPrefixDoesIsRefused(String program) {
    assertThatExceptionOfType(UnitSyntaxException.class)
        .isThrownBy(() -> command(program).text())
        .withMessageContaining("give the program's path");
  }

  @Test
  void aPrefixThatWasGivenIsAPartOfTheProgramTheSecondTime() {
    ExecCommand command = command(Set.of(Prefix.IGNORE_FAILURE), "-x");
    assertThat(command.text()).isEqualTo("--x");
    assertThat(ExecCommand.read("--x")).containsExactly(command);
  }

  @Test
  void prefixesThatExcludeEachOtherAreRefused() {
    assertThatExceptionOfType(UnitSyntaxException.class)
        .isThrownBy(() -> command(EnumSet.of(Prefix.FULL_RIGHTS, Prefix.NO_SETUID), "/x").text());
    assertThatExceptionOfType(UnitSyntaxException.class)
        .isThrownBy(() -> command(EnumSet.of(Prefix.NO_SETUID, Prefix.AMBIENT), "/x").text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a/b", ".", "..", "/a/", "/a\\b", "/it's", "/a\nb", "/a\u007f"})
  void aProgramThatSystemdDoesNotRunIsRefused(String program) {
    assertThatExceptionOfType(UnitSyntaxException.class).isThrownBy(() -> command(program).text());
  }

  @Test
  void aProgramThatIsTooLongIsRefused() {
    assertThatExceptionOfType(UnitSyntaxException.class)
        .isThrownBy(() -> command("/" + "x".repeat(256)).text());
    assertThatExceptionOfType(UnitSyntaxException.class)
        .isThrownBy(() -> command("/x".repeat(2048)).text());
    assertThat(command("/" + "x".repeat(255)).text()).hasSize(256);
  }

  @Test
  void aCommandWithoutWordsIsRefused() {
    assertThatExceptionOfType(UnitSyntaxException.class).isThrownBy(() -> command().text());
    assertThatExceptionOfType(UnitSyntaxException.class)
        .isThrownBy(() -> command(Set.of(Prefix.ARGV0), "/x").text());
  }

  @ParameterizedTest
  @CsvSource({
    "-/x, IGNORE_FAILURE",
    ":/x, NO_VARIABLES",
    "+/x, FULL_RIGHTS",
    "!/x, NO_SETUID",
    "!!/x, AMBIENT",
    "'!-!/x', AMBIENT IGNORE_FAILURE",
    "'\"-:\"/x', NO_VARIABLES IGNORE_FAILURE",
  })
  void prefixesAreReadInAnyOrder(String value, String prefixes) {
    Set<Prefix> expected = EnumSet.noneOf(Prefix.class);
    for (String name : prefixes.split(" ")) {
      expected.add(Prefix.valueOf(name));
    }
    assertThat(ExecCommand.read(value)).containsExactly(command(expected, "/x"));
  }

  @Test
  void aLoneSemicolonPartsCommands() {
    assertThat(ExecCommand.read("/a b ; -/c ; ; /d \\; ';' ;e ;"))
        .containsExactly(
            command("/a", "b"),
            command(Set.of(Prefix.IGNORE_FAILURE), "/c"),
            command("/d", ";", ";", ";e"));
  }

  @Test
  void anEmptyValueHasNoCommands() {
    assertThat(ExecCommand.read("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/x $A", "/x ${A}", "/x a${A}b", "/x $", "/x %i", "/x$${A}/%n a", "$A"})
  void aCommandWithVariablesOrSpecifiersKeepsItsWordsAsTheyAreWritten(String value) {
    ExecCommand command = ExecCommand.read(value).get(0);
    assertThat(command.isExpanded()).isTrue();
    assertThat(command.text()).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "a$$b, a$b",
    "a$b, a$b",
    "a$, a$",
    "$$, $",
    "${a, ${a",
    "${a$$b, ${a$$b",
    "${a:b}$$, ${a:b}$",
    "a%%b, a%b",
    "50%, 50%",
    "%-, %-"
  })
  void signsThatMeanNothingAreReadAsTheyArrive(String word, String arriving) {
    assertThat(ExecCommand.read("/x " + word)).containsExactly(command("/x", arriving));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/x 'a", "'", "-", "-@", "@/x", "a/b", "/x ; a/b", "/x/"})
  void whatSystemdRefusesIsRefused(String value) {
    assertThatExceptionOfType(UnitSyntaxException.class).isThrownBy(() -> ExecCommand.read(value));
  }

  @Test
  void anyCommandIsReadBackAsItWas() {
    Random random = new Random(2);
    for (int i = 0; i < 50_000; i++) {
      List<String> words = new ArrayList<>(Words.words(random));
      words.add(0, "/bin/x" + random.nextInt(3));
      Set<Prefix> prefixes = EnumSet.noneOf(Prefix.class);
      if (random.nextInt(4) == 0) {
        prefixes.add(MAY_STAND_ALONE.get(random.nextInt(MAY_STAND_ALONE.size())));
      }
      ExecCommand command = new ExecCommand(prefixes, words);
      String value = command.text();
      assertThat(ExecCommand.read(value)).as(value).containsExactly(command);
      UnitWords.requirePlain(value);
    }
  }
}
