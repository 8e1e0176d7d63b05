package org.upstart4j.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "web", "déjà vu", "日本語", "\ud83d\ude00", "a\\x1bb", "\ufffd"})
  void whatCanBeSeenStaysAsItIs(String text) {
    assertThat(Visible.text(text)).isEqualTo(text);
    assertThat(shown(text)).isEqualTo(text);
  }

  @Test
  void whatCommandsATerminalIsSpelledOut() {
    assertThat(Visible.text("\u001b[2J\u0007\u0000\u007f\u009b5m"))
        .isEqualTo("\\x1b[2J\\x07\\x00\\x7f\\x9b5m");
    assertThat(shown("\u001b[2J\u0007\u0000\u007f\u009b5m"))
        .isEqualTo("\\x1b[2J\\x07\\x00\\x7f\\x9b5m");
    assertThat(Visible.text("a\u202ecba\u2066\u2028")).isEqualTo("a\\u202ecba\\u2066\\u2028");
    assertThat(shown("a\u202ecba")).isEqualTo("a\\u202ecba");
  }

  @Test
  void aNameStaysOnItsLineAndTextKeepsItsLines() {
    assertThat(Visible.text("a\nb\tc\rd")).isEqualTo("a\\nb\\tc\\rd");
    assertThat(Visible.lines("a\nb\tc\rd")).isEqualTo("a\nb\tc\\rd");
    assertThat(shown("a\nb\tc\rd")).isEqualTo("a\nb\tc\\rd");
  }

  @ParameterizedTest
  @CsvSource({
    "9b,\\x9b",
    "c3,\\xc3",
    "c3 61,\\xc3a",
    "e2 82,\\xe2\\x82",
    "e2 82 61,\\xe2\\x82a",
    "c0 9b,\\xc0\\x9b",
    "e0 80 9b,\\xe0\\x80\\x9b",
    "ed b2 9b,\\xed\\xb2\\x9b",
    "ff c3 a9,\\xffé",
    "c3 c3 a9,\\xc3é"
  })
  void aByteThatIsNoUtf8IsSpelledOut(String hex, String visible) {
    assertThat(new String(VisibleStream.show(bytes(hex)), StandardCharsets.UTF_8))
        .isEqualTo(visible);
  }

  @Test
  void itDoesNotMatterHowTextIsCutIntoPieces() throws IOException {
    Random random = new Random(1);
    for (int round = 0; round < 1000; round++) {
      byte[] text = new byte[random.nextInt(40)];
      random.nextBytes(text);
      ByteArrayOutputStream pieces = new ByteArrayOutputStream();
      try (VisibleStream stream = new VisibleStream(pieces)) {
        for (int at = 0; at < text.length; ) {
          int length = 1 + random.nextInt(text.length - at);
          stream.write(text, at, length);
          at += length;
        }
      }
      assertThat(pieces.toByteArray()).isEqualTo(VisibleStream.show(text));
      assertThat(pieces.toString(StandardCharsets.UTF_8).codePoints())
          .allMatch(c -> c == '\n' || c == '\t' || Visible.isVisible(c));
    }
  }

  @Test
  void whatEndsWithinACharacterIsNotLost() throws IOException {
    ByteArrayOutputStream pieces = new ByteArrayOutputStream();
    VisibleStream stream = new VisibleStream(pieces);
    stream.write(bytes("61 e2 82"));
    assertThat(pieces.toString(StandardCharsets.UTF_8)).isEqualTo("a");
    stream.flush();
    assertThat(pieces.toString(StandardCharsets.UTF_8)).isEqualTo("a\\xe2\\x82");
  }

  private static String shown(String text) {
    return new String(
        VisibleStream.show(text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String hex) {
    return HexFormat.ofDelimiter(" ").parseHex(hex);
  }
}
