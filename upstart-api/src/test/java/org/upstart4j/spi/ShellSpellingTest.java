package org.upstart4j.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ShellSpellingTest {

  @Test
  void aQuotedWordEndsTheQuotesForEachQuoteInIt() {
    assertThat(ShellSpelling.quoted("")).isEqualTo("''");
    assertThat(ShellSpelling.quoted("$a b")).isEqualTo("'$a b'");
    assertThat(ShellSpelling.quoted("it's")).isEqualTo("'it'\\''s'");
  }

  @Test
  void aWordOfPlainAsciiStaysAsItIs() {
    assertThat(ShellSpelling.inAscii("exec %b \n\"x\"")).isEqualTo("exec %b \n\"x\"");
  }

  @Test
  void aWordInAsciiHasEscapesForBackslashesAndBytes() {
    assertThat(ShellSpelling.inAscii("\\\u00e9\udcff")).isEqualTo("\\\\\\0303\\0251\\0377");
  }

  @Test
  void aLoneSurrogateIsTheByteThatItStandsFor() {
    assertThat(ShellSpelling.bytes("\u00e9\udc80\ud83d\ude00"))
        .startsWith("\u00e9".getBytes(StandardCharsets.UTF_8))
        .endsWith("\ud83d\ude00".getBytes(StandardCharsets.UTF_8))
        .hasSize(7)
        .contains((byte) 0x80);
  }
}
