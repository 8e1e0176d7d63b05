package org.upstart4j.jobfile.internal.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * From bytes to text and back.
 *
 * <p>Text is UTF-8. A byte 0xNN that is no part of valid UTF-8 becomes the lone surrogate U+DCNN,
 * so that text and bytes always convert both ways.
 */
public final class ByteText {

  private static final int ESCAPE = 0xdc00;

  /** What the JDK puts for bytes that are no UTF-8, and what may also stand in the file. */
  private static final char REPLACEMENT = '\ufffd';

  private ByteText() {}

  /** Decodes bytes to text. */
  public static String decode(byte[] source, int from, int to) {
    String text = new String(source, from, to - from, StandardCharsets.UTF_8);
    return text.indexOf(REPLACEMENT) < 0 ? text : escaped(source, from, to);
  }

  private static String escaped(byte[] source, int from, int to) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(source, from, to - from);
    CharBuffer out = CharBuffer.allocate(to - from);
    while (decoder.decode(in, out, true).isError()) {
      out.put((char) (ESCAPE | (in.get() & 0xff)));
      decoder.reset();
    }
    return out.flip().toString();
  }

  /**
   * Encodes text to bytes.
   *
   * @throws IllegalArgumentException if the text holds half a surrogate pair that stands for no
   *     byte
   */
  public static byte[] encode(String text) {
    if (text.chars().allMatch(c -> c < 0x80)) {
      return text.getBytes(StandardCharsets.ISO_8859_1);
    }
    ByteBuffer out = ByteBuffer.allocate(text.length() * 3);
    text.codePoints()
        .forEach(
            c -> {
              if (c >= ESCAPE + 0x80 && c <= ESCAPE + 0xff) {
                out.put((byte) c);
              } else if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                throw new IllegalArgumentException(
                    "Text holds half a character: U+" + Integer.toHexString(c));
              } else {
                out.put(Character.toString(c).getBytes(StandardCharsets.UTF_8));
              }
            });
    byte[] exact = new byte[out.position()];
    out.flip().get(exact);
    return exact;
  }
}
