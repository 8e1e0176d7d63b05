package org.upstart4j.spi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectPathsTest {

  @ParameterizedTest
  @CsvSource({
    "web, web",
    "net/web, net_2fweb",
    "a-b.c_d, a_2db_2ec_5fd",
    "'', _",
    "'1 2', 1_202",
    "A9z, A9z",
  })
  void aNameIsWrittenAsUpstartWritesIt(String name, String element) {
    assertThat(ObjectPaths.encode(name)).isEqualTo(element);
    assertThat(ObjectPaths.decode(element)).contains(name);
  }

  @Test
  void bytesBeyondAsciiAllComeOutAlikeSoThatTheNameIsLost() {
    assertThat(ObjectPaths.encode("é")).isEqualTo("_ff_ff");
    assertThat(ObjectPaths.decode("_ff_ff")).isEmpty();
    assertThat(ObjectPaths.decode("a_ff")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a_", "a_2", "a_2F", "a_zz", "_61", "__", "a_c3_a9", "a-b"})
  void whatUpstartWouldNotWriteIsNoName(String element) {
    assertThat(ObjectPaths.decode(element)).isEmpty();
  }

  @Test
  void instancesStandBelowTheirJobs() {
    assertThat(ObjectPaths.instance("web", "")).isEqualTo("/com/ubuntu/Upstart/jobs/web/_");
    assertThat(ObjectPaths.instance("tty", "tty1")).isEqualTo("/com/ubuntu/Upstart/jobs/tty/tty1");
  }
}
