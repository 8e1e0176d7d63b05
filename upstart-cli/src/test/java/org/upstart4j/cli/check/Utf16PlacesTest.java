package org.upstart4j.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.upstart4j.jobfile.JobFile;

class Utf16PlacesTest {

  @Test
  void aCharacterBeyondTheFirstPlaneTakesTwoColumns() {
    Utf16Places places = new Utf16Places(JobFile.parse("\ud834\udd1e\n\ud834\udd1ea\ud834\udd1eb"));

    assertThat(places.line(5)).isEqualTo(2);
    assertThat(places.column(5)).isEqualTo(1);
    assertThat(places.column(9)).isEqualTo(3);
    assertThat(places.column(14)).isEqualTo(6);
    assertThat(places.line(15)).isEqualTo(2);
    assertThat(places.column(15)).isEqualTo(7);
  }

  @Test
  void anyOtherCharacterAndAByteThatIsNoneTakeOneColumn() {
    Utf16Places places = new Utf16Places(JobFile.parse("\u00e4\t\u20ac\udcf0\udc9f\r\nx"));

    assertThat(places.column(2)).isEqualTo(2);
    assertThat(places.column(6)).isEqualTo(4);
    assertThat(places.column(8)).isEqualTo(6);
    assertThat(places.line(10)).isEqualTo(2);
    assertThat(places.column(10)).isEqualTo(1);
  }

  @Test
  void anEmptyFileHasOnePlace() {
    Utf16Places places = new Utf16Places(JobFile.parse(""));

    assertThat(places.line(0)).isEqualTo(1);
    assertThat(places.column(0)).isEqualTo(1);
  }
}
