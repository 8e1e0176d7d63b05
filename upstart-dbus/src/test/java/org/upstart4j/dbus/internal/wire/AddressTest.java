package org.upstart4j.dbus.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "unix:abstract=/com/ubuntu/upstart | unix:abstract=/com/ubuntu/upstart",
        "unix:path=/run/bus,guid=0123 | unix:path=/run/bus",
        "unix:guid=0123,path=/run/a%20b | unix:path=/run/a b",
        "tcp:host=localhost,port=1;unix:path=/run/bus | unix:path=/run/bus",
      })
  void anAddressIsASocketOfThisMachine(String text, String address) {
    assertThat(Address.parse(text)).hasToString("[" + address + "]");
  }

  @Test
  void ofSeveralAddressesAllAreKept() {
    assertThat(Address.parse("unix:path=/a;unix:abstract=/b")).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", "unix:", "unix:path", "tcp:host=localhost", "path=/a"})
  void anAddressThatIsNotASocketIsRefused(String text) {
    assertThatThrownBy(() -> Address.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("unix:abstract=NAME");
  }
}
