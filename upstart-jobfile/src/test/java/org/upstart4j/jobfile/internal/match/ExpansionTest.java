package org.upstart4j.jobfile.internal.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpansionTest {

  private static final List<String> VARIABLES =
      List.of("A=1", "B=A", "EMPTY=", "AB=$A", "_x=under", "BRACE=y}", "A=second", "C==w");

  private static String expand(String text) throws Expansion.Failure {
    return Expansion.expand(text, VARIABLES);
  }

  @ParameterizedTest
  @CsvSource({
    "plain, plain",
    "$A, 1",
    "a$A, a1",
    "$A$A, 11",
    "$A-$B, 1-A",
    "$_x, under",
    "$A.b, 1.b",
    "$EMPTY!, !",
    "${A}, 1",
    "${A}b, 1b",
    "${AB}, $A",
    "${_x}, under"
  })
  void aReferenceIsReplacedByItsValueAndTheValueIsNotReadAgain(String text, String expanded)
      throws Expansion.Failure {
    assertThat(expand(text)).isEqualTo(expanded);
  }

  @ParameterizedTest
  @CsvSource({"$, $", "$$, $$", "$1, $1", "$-, $-", "a$, a$", "$ A, $ A", "${}, $", "${}A, $A"})
  void aDollarSignThatBeginsNoNameStandsForItself(String text, String expanded)
      throws Expansion.Failure {
    assertThat(expand(text)).isEqualTo(expanded);
  }

  @ParameterizedTest
  @CsvSource({
    "${A:-x}, 1",
    "${EMPTY:-x}, x",
    "${NONE:-x}, x",
    "${A-x}, 1",
    "${EMPTY-x}, ''",
    "${NONE-x}, x",
    "${A:+x}, x",
    "${EMPTY:+x}, ''",
    "${NONE:+x}, ''",
    "${A+x}, x",
    "${EMPTY+x}, x",
    "${NONE+x}, ''",
    "${NONE:-}, ''",
    "${NONE-}, ''",
    "${A:+}, ''"
  })
  void anOperatorChoosesBetweenTheValueAndItsArgument(String text, String expanded)
      throws Expansion.Failure {
    assertThat(expand(text)).isEqualTo(expanded);
  }

  @ParameterizedTest
  @CsvSource({
    "${$B}, 1",
    "${${B}}, 1",
    "${NONE:-$A}, 1",
    "${NONE:-${A}b}, 1b",
    "${NONE:-${NONE:-x}}, x",
    "${NONE-a:-+b}, a:-+b",
    "${A:+$B$B}, AA",
    "${NONE:-${}}, $",
    "${EMPTY$B}, Unknown parameter: EMPTYA"
  })
  void referencesNest(String text, String expanded) throws Expansion.Failure {
    try {
      assertThat(expand(text)).isEqualTo(expanded);
    } catch (Expansion.Failure failure) {
      assertThat(failure.text()).isEqualTo(expanded);
    }
  }

  @Test
  void aReferenceInAnArgumentIsReadEvenIfTheArgumentIsNotWanted() {
    assertThatExceptionOfType(Expansion.Failure.class)
        .isThrownBy(() -> expand("${A:-$NONE}"))
        .withMessage("Unknown parameter: NONE");
  }

  @ParameterizedTest
  @CsvSource({
    "$NONE, Unknown parameter: NONE",
    "$AZ, Unknown parameter: AZ",
    "${NONE}, Unknown parameter: NONE",
    "${1}, Unknown parameter: 1",
    "${ A}, Unknown parameter:  A",
    "${A, Mismatched braces",
    "${, Mismatched braces",
    "${A:-x, Mismatched braces",
    "${A:-${B}, Mismatched braces",
    "${A:x}, Expected operator",
    "${A:}, Expected operator",
    "${A:, Expected operator"
  })
  void whatCannotBeReplacedIsAnErrorInUpstartsWords(String text, String message) {
    assertThatExceptionOfType(Expansion.Failure.class)
        .isThrownBy(() -> expand(text))
        .satisfies(failure -> assertThat(failure.text()).isEqualTo(message));
  }

  @ParameterizedTest
  @CsvSource({"${BRACE}, y}", "${NONE:-a}b}, ab}", "}$A{, }1{", "{$A}, {1}"})
  void aBraceOutsideAReferenceIsAnOrdinaryCharacter(String text, String expanded)
      throws Expansion.Failure {
    assertThat(expand(text)).isEqualTo(expanded);
  }

  @Test
  void aNameWithAnEqualsSignFindsAValueThatBeginsWithOne() throws Expansion.Failure {
    assertThat(expand("${C}")).isEqualTo("=w");
    assertThat(expand("${C=}")).isEqualTo("=w");
  }

  @Test
  void ofANameThatComesTwiceTheFirstCounts() throws Expansion.Failure {
    assertThat(expand("$A")).isEqualTo("1");
  }

  @Test
  void referencesThatNestTooDeeplyAreAnError() throws Expansion.Failure {
    assertThat(expand("${NONE:-".repeat(1000) + "x" + "}".repeat(1000))).isEqualTo("x");
    assertThatExceptionOfType(Expansion.Failure.class)
        .isThrownBy(() -> expand("${NONE:-".repeat(100_000)))
        .withMessage("References nest too deeply");
  }

  /** Moving the rest of the text for each one would take hours. */
  @Test
  @Timeout(60)
  void aMillionReferencesAreReplacedInLinearTime() throws Expansion.Failure {
    assertThat(expand("${A}$B".repeat(1_000_000))).hasSize(2_000_000).startsWith("1A1A");
  }

  @Test
  void anEmptyTextStaysEmpty() throws Expansion.Failure {
    assertThat(expand("")).isEmpty();
  }
}
