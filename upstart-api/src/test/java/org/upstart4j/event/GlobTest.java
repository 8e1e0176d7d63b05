package org.upstart4j.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int LENGTH = 1000;

  /** What {@code fnmatch(pattern, text, 0)} of glibc says: pattern, text, answer. */
  private static List<String> facts() throws IOException {
    try (InputStream table =
        Objects.requireNonNull(GlobTest.class.getResourceAsStream("glob.tsv"))) {
      return new String(table.readAllBytes(), StandardCharsets.US_ASCII).lines().toList();
    }
  }

  @Test
  void whatMatchesIsWhatTheCLibrarySays() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (String fact : facts()) {
      String[] columns = fact.split("\t", -1);
      if (Glob.matches(columns[0], columns[1]) != Boolean.parseBoolean(columns[2])) {
        wrong.add(fact);
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(facts()).hasSizeGreaterThan(400);
  }

  @ParameterizedTest
  @CsvSource({
    "alpha, aZ, 1_-. ",
    "digit, 09, a/:",
    "alnum, a9Z, _-",
    "upper, AZ, az1",
    "lower, az, AZ1",
    "space, '\t\n\r ', a0",
    "blank, '\t ', '\n\ra'",
    "punct, '!/:@[`{~', 'a0 '",
    "print, 'a ~', '\t\u007f'",
    "graph, a~, ' \t'",
    "cntrl, '\t\u007f', ' a'",
    "xdigit, 09afAF, gG"
  })
  void aClassHoldsTheAsciiCharactersOfItsName(String name, String members, String others) {
    String pattern = "[[:" + name + ":]]";

    assertThat(members.chars().mapToObj(Character::toString))
        .allMatch(member -> Glob.matches(pattern, member));
    assertThat(others.chars().mapToObj(Character::toString))
        .noneMatch(other -> Glob.matches(pattern, other));
    assertThat(Glob.matches(pattern, "é")).isFalse();
  }

  @Test
  void aQuestionMarkIsOneCharacterOfAnyAlphabet() {
    assertThat(Glob.matches("?", "é")).isTrue();
    assertThat(Glob.matches("?", "😀")).isTrue();
    assertThat(Glob.matches("??", "😀")).isFalse();
    assertThat(Glob.matches("[😀-😂]*", "😁!")).isTrue();
    assertThat(Glob.matches("n*l", "n\0l")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "*a, a, b, a",
    "[, '', x, [",
    "[a, '', x, [a",
    "[:, '', x, [:",
    "[[., '', x, [[.",
    "[[=, '', x, [[=",
    "[[:a, '', x, [[:a",
    "*[!b], '', x, a",
    "*?, '', x, a",
    "a-b, [, ]x, a"
  })
  void longPatternsAndTextsTakeNoLongTime(String repeated, String begin, String end, String text) {
    String pattern = "*" + begin + repeated.repeat(LENGTH) + end;
    String longText = text.repeat(2 * LENGTH);

    assertTimeoutPreemptively(
        PATIENCE, () -> assertThat(Glob.matches(pattern, longText)).isFalse());
  }

  @Test
  void randomPatternsTakeNoLongTime() {
    String[] parts = {"[", "]", "a", "*", "?", "[:", "[.", "[=", "-", "\\", "!", "[[:alpha:]"};
    Random random = new Random(1);
    for (int i = 0; i < 100; i++) {
      StringBuilder pattern = new StringBuilder();
      StringBuilder text = new StringBuilder();
      while (pattern.length() < LENGTH) {
        String part = parts[random.nextInt(parts.length)];
        int times = random.nextInt(100);
        pattern.append(part.repeat(times));
        text.append(part.substring(0, 1).repeat(times));
      }

      assertTimeoutPreemptively(PATIENCE, () -> Glob.matches(pattern.toString(), text.toString()));
    }
  }
}
