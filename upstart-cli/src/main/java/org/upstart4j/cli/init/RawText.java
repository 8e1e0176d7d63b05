package org.upstart4j.cli.init;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Text of any bytes: one that is no UTF-8 becomes a lone surrogate. */
final class RawText {

  private static final int FIRST = 0xdc00;

  private RawText() {}

  static String of(byte[] bytes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer from = ByteBuffer.wrap(bytes);
    CharBuffer to = CharBuffer.allocate(bytes.length + 1);
    while (true) {
      CoderResult result = decoder.decode(from, to, true);
      if (!result.isError()) {
        return to.flip().toString();
      }
      for (int i = 0; i < result.length(); i++) {
        to.put((char) (FIRST + (from.get() & 0xff)));
      }
      decoder.reset();
    }
  }
}
