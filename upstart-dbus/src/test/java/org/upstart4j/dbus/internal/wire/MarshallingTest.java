package org.upstart4j.dbus.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarshallingTest {

  static Stream<Arguments> values() {
    return Stream.of(
        Arguments.of("", List.of()),
        Arguments.of("s", List.of("grüße")),
        Arguments.of("sasb", List.of("foo", List.of("A=b", "C="), true)),
        Arguments.of("ao", List.of(List.of("/a", "/b"))),
        Arguments.of("as", List.of(List.of())),
        Arguments.of("iu", List.of(-1, 0xffff_ffffL)),
        Arguments.of("a(si)", List.of(List.of(List.of("main", 42), List.of("post-start", 43)))),
        Arguments.of("aas", List.of(List.of(List.of("a"), List.of("/OR")))),
        Arguments.of("xt", List.of(-2L, 0x1234_5678_9abc_def0L)),
        Arguments.of("a(xs)", List.of(List.of(List.of(1L << 40, "a"), List.of(0L, "b")))),
        Arguments.of("v", List.of(new Variant("as", List.of("x")))),
        Arguments.of(
            "a{sv}",
            List.of(
                Map.of(
                    "name",
                    new Variant("s", "web"),
                    "processes",
                    new Variant("a(si)", List.of(List.of("main", 1)))))),
        Arguments.of("a{sv}s", List.of(Map.of(), "after")),
        Arguments.of("ybg", List.of(255, false, "a{sv}")));
  }

  @ParameterizedTest
  @MethodSource("values")
  void whatIsWrittenIsReadAgain(String signature, List<Object> values) {
    byte[] bytes = new Marshaller().add(signature, values.toArray()).bytes();

    assertThat(read(signature, bytes)).isEqualTo(values);
  }

  private static List<Object> read(String signature, byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    return new Unmarshaller(buffer).read(signature);
  }

  @Test
  void valuesStandWhereDBusWantsThem() {
    byte[] bytes = new Marshaller().add("ya(si)", 1, List.of(List.of("ab", 2))).bytes();

    assertThat(HexFormat.of().formatHex(bytes))
        .isEqualTo("01000000" + "0c000000" + "02000000" + "616200" + "00" + "02000000");
  }

  @Test
  void theOtherByteOrderIsReadToo() {
    ByteBuffer buffer = ByteBuffer.wrap(HexFormat.of().parseHex("00000001" + "6100"));

    assertThat(new Unmarshaller(buffer).read("s")).containsExactly("a");
  }

  @Test
  void randomBytesAreReadToAnEndOrRefused() {
    Random random = new Random(42);
    String[] signatures = {"s", "as", "v", "a{sv}", "a(si)", "aas", "(v)", "ag", "av"};
    int refusals = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = new byte[random.nextInt(64)];
      random.nextBytes(bytes);
      for (int at = 0; at < bytes.length; at += 1 + random.nextInt(4)) {
        bytes[at] = 0;
      }
      try {
        read(signatures[i % signatures.length], bytes);
      } catch (RuntimeException refused) {
        assertThat(refused)
            .isInstanceOfAny(
                IllegalArgumentException.class,
                IndexOutOfBoundsException.class,
                BufferUnderflowException.class);
        refusals++;
      }
    }
    assertThat(refusals).isBetween(1, 19_999);
  }

  @Test
  void variantsInVariantsHaveABottom() {
    Variant value = new Variant("s", "x");
    for (int i = 0; i < 100; i++) {
      value = new Variant("v", value);
    }
    byte[] bytes = new Marshaller().add("v", value).bytes();

    assertThatThrownBy(() -> read("v", bytes)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a()", "a", "(", "(s", "z", "a{s"})
  void anIllegalSignatureIsRefused(String signature) {
    assertThatThrownBy(() -> read(signature, new byte[] {4, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1}))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void keysThatAreNotBasicTypesAreRefused() {
    for (String signature : List.of("a{(uu)y}", "a{auy}", "a{vy}", "v")) {
      ByteBuffer bytes = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
      if (signature.equals("v")) {
        bytes.put(new byte[] {8, 'a', '{', '(', 'u', 'u', ')', 'y', '}', 0, 0, 0});
      }
      bytes.putInt(16).rewind();

      assertThatThrownBy(() -> new Unmarshaller(bytes).read(signature))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("keys");
    }
  }

  @Test
  void moreValuesThanTheHeapAllowsAreRefused() {
    int count = Memory.VALUES + 1;
    ByteBuffer bytes = ByteBuffer.allocate(4 + count).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(0, count);

    assertThatThrownBy(() -> new Unmarshaller(bytes).read("ay"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("more values");
  }
}
