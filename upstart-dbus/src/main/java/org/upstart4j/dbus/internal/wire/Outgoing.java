package org.upstart4j.dbus.internal.wire;

import java.io.FileDescriptor;
import java.util.ArrayList;
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
    int flags = type == MessageType.CALL ? 0 : NO_REPLY;
    Marshaller body = new Marshaller().add(signature, values);
    this.bytes =
        new Marshaller()
            .add(
                HeaderField.HEADER,
                (int) 'l',
                type.number(),
                flags,
                PROTOCOL,
                body.size(),
                serial,
                header.fields)
            .align(8)
            .bytesAnd(body);
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

  List<FileDescriptor> files() {
    return files;
  }

  /** The fields of a header. */
  private static final class Header {

    final List<List<Object>> fields = new ArrayList<>();

    Header with(HeaderField field, @Nullable Object value) {
      if (value != null) {
        fields.add(List.of(field.number(), new Variant(field.type(), value)));
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
  }
}
