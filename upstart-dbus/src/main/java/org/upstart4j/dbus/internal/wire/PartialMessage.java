package org.upstart4j.dbus.internal.wire;

import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A message that is being received, as far as it has come. One thread at a time uses it. */
final class PartialMessage {

  private static final int START = 16;

  /** How much of a message is read before more memory is reserved for it. */
  private static final int PART = 1 << 15;

  private final Memory.Share share;
  private byte[] bytes = new byte[START];

  /** How many bytes have come. */
  private int count;

  /** How many bytes are kept, as soon as the start says so. */
  private int length;

  /** How many more bytes come after those, to be thrown away. */
  private long rest;

  private boolean hasValues;

  /**
   * Begins with the first message of a connection.
   *
   * @param share what its bytes count against
   */
  PartialMessage(Memory.Share share) {
    this.share = share;
  }

  /**
   * Takes more of the message, and no more than that.
   *
   * @param from what has come
   * @return the message; if it is too long for this heap, only its header, without its values; null
   *     if there is more to come
   * @throws ProtocolException if that is no message, or too long
   */
  @Nullable Incoming add(ByteBuffer from) throws ProtocolException {
    fill(from);
    if (length == 0 && count == START) {
      begin();
    }
    while (count < length && from.hasRemaining()) {
      if (count == bytes.length) {
        grow();
      }
      fill(from);
    }
    if (length == 0 || count < length) {
      return null;
    }
    skip(from);
    return rest == 0 ? whole() : null;
  }

  private void fill(ByteBuffer from) {
    int part = Math.min(bytes.length - count, from.remaining());
    from.get(bytes, count, part);
    count += part;
  }

  private void skip(ByteBuffer from) {
    int part = (int) Math.min(rest, from.remaining());
    from.position(from.position() + part);
    rest -= part;
  }

  /** Reserves no more than twice what has arrived. */
  private void grow() {
    int next = Math.min(length, Math.max(2 * count, PART));
    share.take(next - count);
    bytes = Arrays.copyOf(bytes, next);
  }

  /** Reads from its start how long it is. */
  private void begin() throws ProtocolException {
    if ((bytes[0] != 'l' && bytes[0] != 'B') || bytes[3] != 1) {
      throw new ProtocolException("Received something that is no D-Bus message");
    }
    ByteBuffer numbers = ByteBuffer.wrap(bytes);
    numbers.order(bytes[0] == 'B' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    long body = numbers.getInt(4) & 0xffff_ffffL;
    long header = START + ((numbers.getInt(12) & 0xffff_ffffL) + 7) / 8 * 8;
    if (header + body > Memory.LONGEST || header > Memory.MESSAGE) {
      throw new ProtocolException("A message of " + (header + body) + " bytes is too long");
    }
    boolean fits = header + body <= Memory.MESSAGE;
    length = (int) (fits ? header + body : header);
    rest = fits ? 0 : body;
    hasValues = fits;
  }

  private Incoming whole() throws ProtocolException {
    try {
      Incoming message = new Incoming(bytes, hasValues);
      share.take(message.weight() - (bytes.length - START));
      return message;
    } catch (RuntimeException rubbish) {
      ProtocolException failure =
          new ProtocolException("Received something that is no D-Bus message");
      failure.initCause(rubbish);
      throw failure;
    } finally {
      bytes = new byte[START];
      count = 0;
      length = 0;
    }
  }
}
