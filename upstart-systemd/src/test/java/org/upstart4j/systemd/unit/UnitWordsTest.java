package org.upstart4j.systemd.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitWordsTest {

  private static String write(String... words) {
    return UnitWords.write(List.of(words));
  }

  @Test
  void aPlainWordNeedsNoQuotes() {
    assertThat(write("/usr/bin/web", "--port=80", "a;b", "#c", "$d", "é", "[x]"))
        .isEqualTo("/usr/bin/web --port=80 a;b #c $d é [x]");
  }

  @Test
  void aWordWithBlanksOrQuotesStandsInDoubleQuotes() {
    assertThat(write("a b", "it's", "say \"hi\"", ""))
        .isEqualTo("\"a b\" \"it's\" \"say \\\"hi\\\"\" \"\"");
  }

  @Test
  void controlCharactersAndBackslashesAreEscapedWithoutQuotes() {
    assertThat(write("a\\b\n\t\r\u0007\b\f\u000b\u001b\u007f"))
        .isEqualTo("a\\\\b\\n\\t\\r\\a\\b\\f\\v\\x1b\\x7f");
  }

  @Test
  void whatIsNotUtf8OrCannotBeSeenIsWrittenAsItsBytes() {
    assertThat(write("\udcff", "\u0085", "\ufdd0", "\uffff", "\u202e", "\ufeff"))
        .isEqualTo(
            "\\xff \\xc2\\x85 \\xef\\xb7\\x90 \\xef\\xbf\\xbf \\xe2\\x80\\xae \\xef\\xbb\\xbf");
  }

  @Test
  void percentSignsAreDoubled() {
    assertThat(write("100%", "%i")).isEqualTo("100%% %%i");
  }

  @Test
  void noWordsAreAnEmptyValue() {
    assertThat(write()).isEmpty();
    assertThat(UnitWords.read("")).isEmpty();
    assertThat(UnitWords.read(" \t ")).isEmpty();
  }

  @Test
  void aNulIsRefused() {
    assertThatExceptionOfType(UnitSyntaxException.class).isThrownBy(() -> write("a\0b"));
    assertThatExceptionOfType(UnitSyntaxException.class).isThrownBy(() -> UnitWords.read("a\0b"));
  }

  @Test
  void wordsAreReadWithoutTheirQuotes() {
    assertThat(UnitWords.read("  a 'b c'  d\"e \"f \"\" '\"' \"'\" "))
        .containsExactly("a", "b c", "de f", "", "\"", "'");
  }

  @Test
  void escapesAreReadInAndOutsideOfQuotes() {
    assertThat(
            UnitWords.read("\\a\\b\\f\\n\\r\\t\\v\\\\\\\"\\'\\s '\\x41\\101' \\u00e9\\U0001f600"))
        .containsExactly("\u0007\b\f\n\r\t\u000b\\\"' ", "AA", "é😀");
  }

  @Test
  void bytesThatMakeACharacterAreReadAsOne() {
    assertThat(UnitWords.read("\\xc3\\xa9\\xff")).containsExactly("é\udcff");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\\q", "\\x00", "\\x4", "\\000", "\\400", "\\u0000", "\\U00110000", "\\8"})
  void aBackslashBeforeWhatIsNoEscapeStays(String word) {
    assertThat(UnitWords.read("'" + word + "' \\n")).containsExactly(word, "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'a", "\"a", "a'", "'a\\'", "\"a'", "'\\q"})
  void aQuoteThatIsNeverClosedIsRefused(String value) {
    assertThatExceptionOfType(UnitSyntaxException.class)
        .isThrownBy(() -> UnitWords.read(value))
        .withMessage("A quote is never closed in: " + value);
  }

  @Test
  void twoPercentSignsAreReadAsOne() {
    assertThat(UnitWords.read("100%% %%i %i 5% %- %"))
        .containsExactly("100%", "%i", "%i", "5%", "%-", "%");
  }

  @Test
  void specifiersAreTold() {
    assertThat(UnitWords.specifiers("%%i %i-%%%n '% a' \\x25h %"))
        .containsExactly("%i", "%n", "%h");
  }

  @Test
  void aTextIsWrittenWithoutQuotes() {
    assertThat(UnitWords.text("it's \"100%\" \\o/")).isEqualTo("it's \"100%%\" \\o/");
    assertThat(UnitWords.text("C:\\\\")).isEqualTo("C:\\\\");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a\nb", "a\rb", "a\0b", " a", "a\t", "a\\", "a\\\\\\", "a\udcff", "\ufffe"})
  void aTextThatWouldBeReadDifferentlyIsRefused(String text) {
    assertThatExceptionOfType(UnitSyntaxException.class).isThrownBy(() -> UnitWords.text(text));
  }

  @Test
  void theRefusalOfATextSaysWhyAndCommandsNoTerminal() {
    assertThatExceptionOfType(UnitSyntaxException.class)
        .isThrownBy(() -> UnitWords.text("a\n\u001b[2J"))
        .withMessage(
            "A value holds a line break or a NUL: a\\n\\x1b[2J; if the setting takes words, write it"
                + " with UnitWords.write");
  }

  @ParameterizedTest
  @CsvSource({
    "'  a  ', a",
    "'50% of it', '50%% of it'",
    "'ends in \\', ends in",
    "'ends in \\\\', 'ends in \\\\'",
    "'ends in \\ \\', ends in",
    "'\\', ''"
  })
  void aLabelIsMadeToFitOnALine(String text, String label) {
    assertThat(UnitWords.label(text)).isEqualTo(label);
  }

  @Test
  void aLabelHasNoLineBreaksControlsOrSingleBytes() {
    assertThat(UnitWords.label("a\nb\u001bc\udcffd\ufdd0\n")).isEqualTo("a b c\ufffdd\ufffd");
  }

  @Test
  void anyLabelIsAText() {
    Random random = new Random(3);
    for (int i = 0; i < 20_000; i++) {
      String label = UnitWords.label(Words.word(random));
      UnitWords.requirePlain(label);
    }
  }

  @Test
  void anyWordsAreReadBackAsTheyWere() {
    Random random = new Random(1);
    for (int i = 0; i < 50_000; i++) {
      List<String> words = Words.words(random);
      String value = UnitWords.write(words);
      assertThat(UnitWords.read(value)).as(value).isEqualTo(words);
      assertThat(UnitWords.specifiers(value)).as(value).isEmpty();
      UnitWords.requirePlain(value);
    }
  }
}
