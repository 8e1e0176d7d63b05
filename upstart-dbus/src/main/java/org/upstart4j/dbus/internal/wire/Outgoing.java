package org.upstart4j.dbus.internal.wire;

import java.io.FileDescriptor;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A message to send. Its serial is unique in this program, so one message can go to many
 * connections.
 */
public final class Outgoing {

  private static final AtomicInteger SERIALS = new AtomicInteger();
  private static final int NO_REPLY = 1;

  /** What it takes of the heap besides its bytes. */
  private static final long BESIDE = 100;

  private static final int PROTOCOL = 1;

  private final long serial;
  private final byte[] bytes;
  private final List<FileDescriptor> files;

  private Outgoing(
      MessageType type,
      Header header,
      List<FileDescriptor> files,
      String signature,
      Object... values) {
    if (!signature.isEmpty()) {
      header.with(HeaderField.SIGNATURE, signature);
    }
    if (!files.isEmpty()) {
      header.with(HeaderField.UNIX_FDS, files.size());
    }
    this.serial = nextSerial();
    this.files = List.copyOf(files);
    this.bytes = header.bytes(type, serial, new Marshaller().add(signature, values));
  }

  private static long nextSerial() {
    int next = SERIALS.incrementAndGet();
    return next == 0 ? nextSerial() : next & 0xffff_ffffL;
  }

  /**
   * Makes a method call.
   *
   * @param destination the name on the bus; null without a bus
   * @param object what to call
   * @param member the method
   * @param signature the arguments' types
   * @param arguments the arguments
   */
  public static Outgoing call(
      @Nullable String destination,
      ObjectInterface object,
      String member,
      String signature,
      Object... arguments) {
    return call(destination, object, member, List.of(), signature, arguments);
  }

  /** Makes a method call that carries open files; an argument of type {@code h} is an index. */
  public static Outgoing call(
      @Nullable String destination,
      ObjectInterface object,
      String member,
      List<FileDescriptor> files,
      String signature,
      Object... arguments) {
    Header header = new Header().of(object, member).with(HeaderField.DESTINATION, destination);
    return new Outgoing(MessageType.CALL, header, files, signature, arguments);
  }

  /** Makes a signal. */
  public static Outgoing signal(
      ObjectInterface object, String member, String signature, Object... arguments) {
    return new Outgoing(
        MessageType.SIGNAL, new Header().of(object, member), List.of(), signature, arguments);
  }

  /** Makes the answer to a call. */
  public static Outgoing reply(Incoming call, String signature, Object... arguments) {
    return new Outgoing(MessageType.REPLY, new Header().to(call), List.of(), signature, arguments);
  }

  /** Makes an error that answers a call. */
  public static Outgoing error(Incoming call, String name, String text) {
    Header header = new Header().to(call).with(HeaderField.ERROR_NAME, name);
    return new Outgoing(MessageType.ERROR, header, List.of(), "s", text);
  }

  long serial() {
    return serial;
  }

  byte[] bytes() {
    return bytes;
  }

  /** About how many bytes of the heap it holds. */
  long weight() {
    return BESIDE + bytes.length;
  }

  List<FileDescriptor> files() {
    return files;
  }

  /** A header, as far as it is written. */
  private static final class Header {

    private static final int BODY = 4;
    private static final int SERIAL = 8;
    private static final int FIELDS = HeaderField.FIRST;
    private static final int START = 16;

    private final Marshaller fields = new Marshaller().skip(START);

    Header with(HeaderField field, @Nullable Object value) {
      if (value != null) {
        fields.align(8).octet(field.number()).variant(field.type(), value);
      }
      return this;
    }

    Header of(ObjectInterface object, String member) {
      return with(HeaderField.PATH, object.path())
          .with(HeaderField.INTERFACE, object.name())
          .with(HeaderField.MEMBER, member);
    }

    Header to(Incoming call) {
      return with(HeaderField.REPLY_SERIAL, call.serial())
          .with(HeaderField.DESTINATION, call.sender());
    }

    /** Returns the bytes of the message. */
    byte[] bytes(MessageType type, long serial, Marshaller body) {
      fields.put(FIELDS, fields.size() - START);
      fields.put(BODY, body.size());
      fields.put(SERIAL, (int) serial);
      byte[] message = fields.align(8).bytesAnd(body);
      message[0] = 'l';
      message[1] = (byte) type.number();
      message[2] = (byte) (type == MessageType.CALL ? 0 : NO_REPLY);
      message[3] = PROTOCOL;
      return message;
    }
  }
}
