package org.upstart4j.jobfile.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ByteTextTest {

  @Test
  void aReplacementCharacterInTheFileIsNotTakenForAByteThatIsNoText() {
    byte[] bytes = "a\ufffdb".getBytes(StandardCharsets.UTF_8);

    assertThat(ByteText.decode(bytes, 0, bytes.length)).isEqualTo("a\ufffdb");
    assertThat(ByteText.decode(bytes, 0, 3)).isEqualTo("a\udcef\udcbf");
  }

  @Test
  void anyBytesAreThereAgainAfterDecodingAndEncoding() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = new byte[random.nextInt(12)];
      random.nextBytes(bytes);
      assertThat(ByteText.encode(ByteText.decode(bytes, 0, bytes.length))).isEqualTo(bytes);
    }
  }
}
