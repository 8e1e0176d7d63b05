package org.upstart4j.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class XmlTest {

  @Test
  void whatMeansSomethingToXmlIsEscaped() {
    assertThat(Xml.text("<a b=\"c\">&\n\t")).isEqualTo("&lt;a b=&quot;c&quot;&gt;&amp;&#10;&#9;");
  }

  @Test
  void whatXmlCannotHoldIsSpelledOut() {
    assertThat(Xml.text("\u0000\u001b\u009b\ufffe\udcff\ud834\udd1e\u00e4"))
        .isEqualTo("\\x00\\x1b\\x9b\\ufffe\\udcff\ud834\udd1e\u00e4");
  }
}
