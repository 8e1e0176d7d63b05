package org.upstart4j.dbus.internal.wire;

import java.io.FileDescriptor;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.upstart4j.UnexpectedErrorException;
import org.upstart4j.UpstartError;

/** A message that was received. */
public final class Incoming {

  private static final int NO_REPLY = 1;
  private static final long BESIDE = 600;

  private final MessageType type;
  private final int flags;
  private final long serial;
  private final Map<HeaderField, Object> fields = new EnumMap<>(HeaderField.class);
  private final int length;
  private final int headerLength;
  private @Nullable ByteBuffer body;
  private @Nullable List<Object> arguments;
  private final List<FileDescriptor> files = new ArrayList<>();

  /**
   * Reads a message.
   *
   * @param bytes all of it, or its header alone
   * @param isWhole whether it is all of it
   * @throws RuntimeException if that is not a message
   */
  Incoming(byte[] bytes, boolean isWhole) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    buffer.order(bytes[0] == 'B' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    this.type = MessageType.of(bytes[1]);
    this.flags = bytes[2];
    this.serial = buffer.getInt(8) & 0xffff_ffffL;
    new Unmarshaller(buffer.position(HeaderField.FIRST)).readFields(this::add);
    this.length = bytes.length;
    this.headerLength = buffer.position() + (-buffer.position() & 7);
    this.body = isWhole ? buffer.position(headerLength) : null;
  }

  private void add(int number, Variant value) {
    HeaderField field = HeaderField.of(number, value.signature());
    if (field != null) {
      fields.put(field, value.value());
    }
  }

  public MessageType type() {
    return type;
  }

  public boolean wantsReply() {
    return (flags & NO_REPLY) == 0;
  }

  long serial() {
    return serial;
  }

  /** The number of the call that this answers; 0 if it answers none. */
  long replySerial() {
    return (Long) fields.getOrDefault(HeaderField.REPLY_SERIAL, 0L);
  }

  /** The object that is called, or sent a signal; empty for answers. */
  public String path() {
    return (String) fields.getOrDefault(HeaderField.PATH, "");
  }

  /** The interface, which a call may omit. */
  public @Nullable String interfaceName() {
    return (String) fields.get(HeaderField.INTERFACE);
  }

  /** The method or signal; empty for answers. */
  public String member() {
    return (String) fields.getOrDefault(HeaderField.MEMBER, "");
  }

  /** The name of an error; empty for all else. */
  public String errorName() {
    return (String) fields.getOrDefault(HeaderField.ERROR_NAME, "");
  }

  /** The sender, as the bus says; null without a bus. */
  public @Nullable String sender() {
    return (String) fields.get(HeaderField.SENDER);
  }

  /** The types of the arguments. */
  public String signature() {
    return (String) fields.getOrDefault(HeaderField.SIGNATURE, "");
  }

  /** Says whether the arguments are of these types. */
  public boolean hasSignature(String signature) {
    return signature().equals(signature);
  }

  /**
   * The arguments, which {@link Unmarshaller} reads when they are first asked for: nobody pays for
   * arguments that nobody wants.
   *
   * @throws IllegalArgumentException if they are not what the message says they are, or too many or
   *     too long for this heap
   */
  public synchronized List<Object> arguments() {
    List<Object> known = arguments;
    if (known == null) {
      known = read(body);
      arguments = known;
      body = null;
    }
    return known;
  }

  private List<Object> read(@Nullable ByteBuffer from) {
    if (from == null) {
      throw new IllegalArgumentException("Its values are longer than the heap allows");
    }
    try {
      return List.copyOf(new Unmarshaller(from.duplicate().order(from.order())).read(signature()));
    } catch (IndexOutOfBoundsException | BufferUnderflowException end) {
      throw new IllegalArgumentException("Its values end too early", end);
    }
  }

  /** What an error says; empty if it says nothing. */
  public String text() {
    if (!signature().startsWith("s")) {
      return "";
    }
    try {
      return (String) arguments().get(0);
    } catch (IllegalArgumentException rubbish) {
      return "";
    }
  }

  /**
   * Returns the error of an answer whose values can't be understood.
   *
   * @param request what was asked for
   */
  public UnexpectedErrorException unexpected(String request) {
    return new UnexpectedErrorException(
        new UpstartError(
            UpstartError.DBUS + "InvalidSignature",
            request + " was answered with values of the types \"" + signature() + '"'));
  }

  /** About how many bytes of the heap it holds: its own, and the values read from them. */
  long weight() {
    return BESIDE + length + headerLength;
  }

  /** How many files came with it. */
  int fileCount() {
    return ((Long) fields.getOrDefault(HeaderField.UNIX_FDS, 0L)).intValue();
  }

  /**
   * The files that came with it; an argument of type {@code h} is an index into them. The caller
   * closes a file that it takes out.
   */
  public List<FileDescriptor> files() {
    return files;
  }

  @Override
  public String toString() {
    return type + " " + path() + " " + interfaceName() + "." + member() + errorName();
  }
}
