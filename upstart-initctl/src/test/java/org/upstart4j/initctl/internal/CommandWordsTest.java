package org.upstart4j.initctl.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandWordsTest {

  private static final String CHARACTERS =
      "ab '\"$`\\*?~#;&|<>(){}[]!%=-\t\n\u00e9\u20ac\ud83d\ude00";

  private static final List<String> NASTY =
      List.of(
          "", " ", "'", "''", "a'b", "$HOME", "`id`", "\\", "\\n", "-n", "--", "*", "a\nb", "\n");

  private static String printed(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** Prints each of its arguments and a NUL character. */
  private static List<String> printing(List<String> words) {
    List<String> command = new ArrayList<>(List.of("printf", "%s\\0"));
    command.addAll(words);
    return command;
  }

  private static String shown(List<String> words) {
    return String.join("\0", words) + "\0";
  }

  private static List<String> someWords() {
    List<String> words = new ArrayList<>(NASTY);
    Random random = new Random(42);
    for (int i = 0; i < 500; i++) {
      StringBuilder word = new StringBuilder();
      for (int n = random.nextInt(8); n >= 0; n--) {
        int at = random.nextInt(CHARACTERS.codePointCount(0, CHARACTERS.length()));
        word.appendCodePoint(CHARACTERS.codePointAt(CHARACTERS.offsetByCodePoints(0, at)));
      }
      words.add(word.toString());
    }
    return words;
  }

  @Test
  void aShellTakesQuotedWordsForWhatTheyWere() throws IOException {
    List<String> words = someWords();
    List<String> escaped =
        CommandWords.spelledInAscii(List.of("sh", "-c", CommandWords.quoted(printing(words))));

    assertThat(printed(escaped)).isEqualTo(shown(words));
  }

  @Test
  void wordsSpelledInAsciiReachTheProgramAsTheyWere() throws IOException {
    List<String> words = someWords();
    List<String> spelled = CommandWords.spelledInAscii(printing(words));

    assertThat(String.join("", spelled)).isASCII();
    assertThat(printed(spelled)).isEqualTo(shown(words));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-", "-n", "--help", "a\nb", "a\rb", "a\0b"})
  void whatInitctlWouldMisunderstandIsNoArgument(String word) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CommandWords.requireArgument(word, "A name"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a=b", "a\0"})
  void theNameOfAVariableIsNotEmptyAndHoldsNoEqualsSign(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> CommandWords.requireVariableName(name));
  }
}
