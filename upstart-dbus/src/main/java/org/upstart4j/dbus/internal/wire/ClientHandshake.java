package org.upstart4j.dbus.internal.wire;

import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.newsclub.net.unix.AFUNIXSocketChannel;

/**
 * The handshake before the first message, from the client's side, in one write and one round trip,
 * as systemd does it: who the client is, is left to the kernel to say.
 */
final class ClientHandshake {

  private static final String ALL = "\0AUTH EXTERNAL\r\nDATA\r\nNEGOTIATE_UNIX_FD\r\nBEGIN\r\n";

  private ClientHandshake() {}

  /**
   * Completes the handshake.
   *
   * @return whether open files may be passed
   * @throws ProtocolException if the other side does not agree; the connection is of no use then
   */
  static boolean agree(AFUNIXSocketChannel channel, SocketInput input) throws IOException {
    ByteBuffer all = ByteBuffer.wrap(ALL.getBytes(StandardCharsets.US_ASCII));
    while (all.hasRemaining()) {
      channel.write(all);
    }
    expect("DATA", input.line());
    expect("OK", input.line());
    String files = input.line();
    if (is("AGREE_UNIX_FD", files)) {
      return true;
    }
    expect("ERROR", files);
    return false;
  }

  private static void expect(String word, String line) throws ProtocolException {
    if (!is(word, line)) {
      throw new ProtocolException("The other side does not agree to the handshake: " + line);
    }
  }

  private static boolean is(String word, String line) {
    return line.startsWith(word)
        && (line.length() == word.length() || line.charAt(word.length()) == ' ');
  }
}
