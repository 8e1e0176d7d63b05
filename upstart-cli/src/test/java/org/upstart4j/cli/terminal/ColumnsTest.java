package org.upstart4j.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Text on lines of a terminal. */
class ColumnsTest {

  @Test
  void whatFitsStaysAsItIs() {
    assertThat(Columns.cut("web start/running", 17)).isEqualTo("web start/running");
    assertThat(Columns.cut("", 0)).isEmpty();
  }

  @Test
  void theRestIsCutOff() {
    assertThat(Columns.cut("web start/running", 9)).isEqualTo("web start");
    assertThat(Columns.cut("web", 0)).isEmpty();
    assertThat(Columns.cut("web", -1)).isEmpty();
  }

  @Test
  void wideCharactersTakeTwoColumnsAndAreNotHalved() {
    assertThat(Columns.cut("日本語", 4)).isEqualTo("日本");
    assertThat(Columns.cut("日本語", 5)).isEqualTo("日本");
    assertThat(Columns.cut("\ud83d\ude00\ud83d\ude00", 3)).isEqualTo("\ud83d\ude00");
    assertThat(Columns.cut("한글", 2)).isEqualTo("한");
  }

  @Test
  void accentsTakeNone() {
    assertThat(Columns.cut("e\u0301e\u0301e", 2)).isEqualTo("e\u0301e\u0301");
  }
}
