package org.upstart4j.systemd.unit;

import java.util.List;
import java.util.Random;
import org.upstart4j.jobfile.internal.text.ByteText;

/** Units of any kind: well-formed ones, and ones that are not. */
final class UnitTexts {

  private static final String[] ENDS = {"\n", "\n", "\n", "\n", "\r\n", "\r", "\n\r", "\0"};
  private static final String[] VALUES = {
    "1", "", " ", "two words", "\"quoted", "\\x41", "a\\\\", "é", "=", "#", "\\", " \\ ", "\\\\\\"
  };
  private static final String[] OTHER = {
    "",
    " ",
    "# comment",
    " ; comment \\",
    "#",
    "no sign",
    "=1",
    "[",
    "[a\\]",
    "[a] x",
    "\\",
    "\udcff",
    "k=\udcff",
    "\ufeff",
    "\ufeff# c",
    "x=\ufdd0",
    "\u000b"
  };
  static final List<String> SECTIONS = List.of("Unit", "Service", "X-a b");
  static final List<String> KEYS = List.of("k", "Exec", "j");

  private UnitTexts() {}

  static <T> T pick(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }

  private static String pick(String[] list, Random random) {
    return list[random.nextInt(list.length)];
  }

  /** A unit, mostly well-formed. */
  static String unit(Random random) {
    StringBuilder text = new StringBuilder(random.nextInt(8) == 0 ? "\ufeff" : "");
    for (int i = random.nextInt(12); i > 0; i--) {
      text.append(line(random)).append(pick(ENDS, random));
    }
    text.append(random.nextInt(3) == 0 ? line(random) : "");
    return text.toString();
  }

  private static String line(Random random) {
    return switch (random.nextInt(8)) {
      case 0, 1 -> "[" + pick(SECTIONS, random) + "]";
      case 2 -> pick(OTHER, random);
      default ->
          pick(new String[] {"", "", " ", "\t"}, random)
              + pick(KEYS, random)
              + pick(new String[] {"=", "=", " = ", "=\t"}, random)
              + pick(VALUES, random);
    };
  }

  /** A unit, or one with some other bytes, or any bytes. */
  static byte[] bytes(Random random) {
    byte[] bytes = ByteText.encode(unit(random));
    int changes = random.nextInt(3) == 0 ? random.nextInt(bytes.length + 1) : 0;
    for (int i = 0; i < changes; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }
}
