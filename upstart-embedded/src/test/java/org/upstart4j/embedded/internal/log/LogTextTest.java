package org.upstart4j.embedded.internal.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LogTextTest {

  @Test
  void aControlCharacterIsShownByItsNumber() {
    assertThat(LogText.visible("a\nb\u001b[31m\u0000\u009b\u00e9"))
        .isEqualTo("a\\x0ab\\x1b[31m\\x00\\x9b\u00e9");
  }

  @Test
  void aPathIsShownOnOneLine() {
    assertThat(LogText.visible(Path.of("/etc/init/a\nb.conf"))).isEqualTo("/etc/init/a\\x0ab.conf");
  }
}
