package org.upstart4j.jobfile.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TextMapTest {

  @Test
  void placesFarIntoALongPartCountBytesAsPlacesNearItsStartDo() {
    String unit = "a\u00fc\u20ac\ud83d\ude00";
    String text = unit.repeat(1000);
    TextMap map = TextMap.ofOnePart(7);

    for (int i = 0; i < 1000; i++) {
      String before = text.substring(0, i * unit.length());
      int bytes = before.getBytes(StandardCharsets.UTF_8).length;
      assertThat(map.offset(text, before.length())).isEqualTo(7 + bytes);
      assertThat(map.offset(text, before.length() + 2)).isEqualTo(7 + bytes + 3);
    }
  }

  @Test
  void aLoneSurrogateIsOneByteHoweverFarItStandsFromTheStart() {
    String text = "x".repeat(1000) + "\udcff\ud83dy";

    assertThat(TextMap.ofOnePart(0).offset(text, text.length())).isEqualTo(1003);
  }
}
