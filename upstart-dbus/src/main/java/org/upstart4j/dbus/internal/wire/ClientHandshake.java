package org.upstart4j.dbus.internal.wire;

import java.io.FileOutputStream;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import org.newsclub.net.unix.AFUNIXSocketChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The handshake before the first message, from the client's side, in one write and one round trip,
 * as systemd does it: who the client is, is left to the kernel to say.
 */
final class ClientHandshake {

  private static final Logger LOG = LoggerFactory.getLogger(ClientHandshake.class);

  /** What the other side first answers. */
  static final String FIRST = "DATA";

  private static final String ALL = "\0AUTH EXTERNAL\r\nDATA\r\nNEGOTIATE_UNIX_FD\r\nBEGIN\r\n";

  private static final String WITHOUT_FILES = "\0AUTH EXTERNAL\r\nDATA\r\nBEGIN\r\n";

  private ClientHandshake() {}

  /**
   * Completes the handshake.
   *
   * @return whether open files may be passed
   * @throws ProtocolException if the other side does not agree; the connection is of no use then
   */
  static boolean agree(AFUNIXSocketChannel channel, SocketInput input) throws IOException {
    say(ALL, channel);
    expect(FIRST, input.line());
    expectOk(input);
    String files = input.line();
    if (is("AGREE_UNIX_FD", files)) {
      return true;
    }
    expect("ERROR", files);
    return false;
  }

  /** Says all that is to be said where no files can be passed, and does not wait for answers. */
  static void sayWithoutFiles(AFUNIXSocketChannel channel) throws IOException {
    say(WITHOUT_FILES, channel);
  }

  /**
   * Not through the channel: that closes when the other side has already left, and what it has said
   * before could not be read any more. That it has left shows then, too.
   */
  private static void say(String text, AFUNIXSocketChannel channel) throws IOException {
    FileOutputStream socket = new FileOutputStream(channel.getFileDescriptor());
    try {
      socket.write(text.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException failure) {
      LOG.debug("The other side does not listen to the handshake", failure);
    }
  }

  /**
   * Reads what follows the {@linkplain #FIRST first} answer.
   *
   * @throws ProtocolException if the other side does not agree
   */
  static void expectOk(SocketInput input) throws IOException {
    expect("OK", input.line());
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
