package org.upstart4j.systemd.unit;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.upstart4j.jobfile.internal.text.ByteText;

/** Words that are hard to write. */
final class Words {

  private static final String[] HARD = {
    " ", "\t", "\n", "\r", "'", "\"", "\\", "\\\\", "$", "$$", "${A}", "$A", "${", "}", ":", "%",
    "%%", "%i", ";", "\\;", "#", "=", "[", "]", "-", "@", "+", "!", "a", "b", "x41", "n", "0", "é",
    "😀", "\udcff", "\udcc3", "\udca9", "\u0001", "\u001b", "\u007f", "\u0085", "\ufeff", "\ufdd0",
    "\uffff", "\u2028", "/", "."
  };

  private Words() {}

  static List<String> words(Random random) {
    return IntStream.range(0, random.nextInt(5)).mapToObj(i -> word(random)).toList();
  }

  static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      word.append(HARD[random.nextInt(HARD.length)]);
    }
    byte[] bytes = ByteText.encode(word.toString()); // as single bytes may make a character
    return ByteText.decode(bytes, 0, bytes.length);
  }
}
