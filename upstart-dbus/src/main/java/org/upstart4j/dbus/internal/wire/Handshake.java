package org.upstart4j.dbus.internal.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.newsclub.net.unix.AFUNIXSocketChannel;

/**
 * The handshake before the first message, from the server's side: who the client is, and whether
 * open files may be passed. The kernel says who the client is; whether that user may connect is for
 * the caller to decide.
 */
final class Handshake {

  private static final String REJECTED = "REJECTED EXTERNAL";

  private final AFUNIXSocketChannel channel;
  private final SocketInput input;
  private final long uid;
  private final String guid;
  private final boolean mayPassFiles;
  private boolean passesFiles;

  /**
   * Prepares a handshake.
   *
   * @param uid who the other side is, as the kernel says
   * @param guid what this side is called
   * @param mayPassFiles whether this side takes open files
   */
  Handshake(
      AFUNIXSocketChannel channel, SocketInput input, long uid, String guid, boolean mayPassFiles) {
    this.channel = channel;
    this.input = input;
    this.uid = uid;
    this.guid = guid;
    this.mayPassFiles = mayPassFiles;
  }

  /**
   * Completes the handshake.
   *
   * @return whether open files may be passed
   * @throws IOException if the other side gives up, or says something else
   */
  boolean agree() throws IOException {
    if (input.octet() != 0) {
      throw new IOException("The other side does not speak D-Bus");
    }
    State state = State.NEW;
    while (state != State.DONE) {
      String line = input.line();
      state = answer(state, line);
    }
    return passesFiles;
  }

  private State answer(State state, String line) throws IOException {
    String[] words = line.split(" ", -1);
    return switch (words[0]) {
      case "AUTH" -> auth(words);
      case "DATA" ->
          state == State.ASKED ? identify(words.length > 1 ? words[1] : "") : refuse(state);
      case "CANCEL", "ERROR" -> say(REJECTED, State.NEW);
      case "NEGOTIATE_UNIX_FD" -> negotiateFiles(state);
      case "BEGIN" -> begin(state);
      default -> refuse(state);
    };
  }

  private State negotiateFiles(State state) throws IOException {
    passesFiles = mayPassFiles && state == State.KNOWN;
    return passesFiles ? say("AGREE_UNIX_FD", state) : refuse(state);
  }

  private static State begin(State state) throws IOException {
    if (state != State.KNOWN) {
      throw new IOException("The other side began before it said who it is");
    }
    return State.DONE;
  }

  private State auth(String[] words) throws IOException {
    if (words.length < 2 || !words[1].equals("EXTERNAL")) {
      return say(REJECTED, State.NEW);
    }
    return words.length > 2 ? identify(words[2]) : say("DATA", State.ASKED);
  }

  /** Compares the user that the other side claims to be with what the kernel says. */
  private State identify(String claim) throws IOException {
    return claim.isEmpty() || claim.equals(hex(Long.toString(uid)))
        ? say("OK " + guid, State.KNOWN)
        : say(REJECTED, State.NEW);
  }

  private static String hex(String text) {
    StringBuilder hex = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      hex.append(Integer.toHexString(text.charAt(i)));
    }
    return hex.toString();
  }

  private State refuse(State state) throws IOException {
    return say("ERROR \"Not expected here\"", state);
  }

  private State say(String line, State state) throws IOException {
    ByteBuffer buffer = Buffers.take();
    try {
      buffer.put((line + "\r\n").getBytes(StandardCharsets.US_ASCII)).flip();
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    } finally {
      Buffers.giveBack(buffer);
    }
    return state;
  }

  private enum State {
    NEW,
    ASKED,
    KNOWN,
    DONE
  }
}
