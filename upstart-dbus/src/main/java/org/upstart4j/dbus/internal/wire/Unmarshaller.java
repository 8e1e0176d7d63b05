package org.upstart4j.dbus.internal.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads values in D-Bus's wire format. Whatever the bytes are, it terminates: with values, or with
 * a runtime exception.
 *
 * <p>Texts, paths and signatures are {@link String}, numbers {@link Number}, arrays {@link List} or
 * {@link Map}, structures {@link List}, variants {@link Variant}.
 */
final class Unmarshaller {

  /** What D-Bus allows: 32 arrays and 32 structures, one within another. */
  private static final int DEEPEST = 64;

  private static final String CONTAINERS = "a({v";

  private final ByteBuffer bytes;
  private int left = Memory.VALUES;

  /**
   * Reads from a buffer's position on.
   *
   * @param bytes the whole message, as values begin at multiples of their size in it
   */
  Unmarshaller(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  /** Reads values of the types that a signature names. */
  List<Object> read(String signature) {
    List<Object> values = new ArrayList<>();
    for (int at = 0; at < signature.length(); at = Signatures.end(signature, at)) {
      values.add(value(signature, at, 0));
    }
    return values;
  }

  /** What is told of the fields of a header. */
  interface Fields {

    void add(int number, Variant value);
  }

  /** Reads the fields of a header: an array of structures, each of a number and a variant. */
  void readFields(Fields fields) {
    int end = end(8);
    while (bytes.position() < end) {
      align(8);
      fields.add(bytes.get() & 0xff, variant(1));
    }
  }

  private Object value(String signature, int at, int depth) {
    if (depth > DEEPEST) {
      throw new IllegalArgumentException("Values are nested too deeply");
    }
    if (left-- == 0) {
      throw new IllegalArgumentException("There are more values than the heap allows");
    }
    char type = signature.charAt(at);
    align(Signatures.alignment(type));
    return switch (type) {
      case 'y' -> bytes.get() & 0xff;
      case 'b' -> bytes.getInt() != 0;
      case 'n' -> bytes.getShort();
      case 'q' -> bytes.getShort() & 0xffff;
      case 'i' -> bytes.getInt();
      case 'u', 'h' -> bytes.getInt() & 0xffff_ffffL;
      case 'x', 't' -> bytes.getLong();
      case 'd' -> bytes.getDouble();
      case 's', 'o' -> text(bytes.getInt());
      case 'g' -> text(bytes.get() & 0xff);
      case 'v' -> variant(depth);
      case 'a' -> array(signature, at + 1, depth);
      case '(' -> structure(signature, at + 1, depth);
      default -> throw new IllegalArgumentException("Unknown type " + type);
    };
  }

  private void align(int boundary) {
    bytes.position(bytes.position() + (-bytes.position() & (boundary - 1)));
  }

  private String text(int length) {
    if (length < 0 || length >= bytes.remaining()) {
      throw new IllegalArgumentException("A text ends outside of its message");
    }
    String text =
        new String(
            bytes.array(), bytes.arrayOffset() + bytes.position(), length, StandardCharsets.UTF_8);
    bytes.position(bytes.position() + length + 1);
    return text;
  }

  private Variant variant(int depth) {
    String signature = text(bytes.get() & 0xff);
    if (Signatures.end(signature, 0) != signature.length()) {
      throw new IllegalArgumentException("A variant has one value, not " + signature);
    }
    return new Variant(signature, value(signature, 0, depth + 1));
  }

  private Object array(String signature, int element, int depth) {
    int end = end(Signatures.alignment(signature.charAt(element)));
    return signature.charAt(element) == '{'
        ? map(signature, element + 1, end, depth)
        : list(signature, element, end, depth);
  }

  /** Reads the length of an array, and returns the position of its end. */
  private int end(int alignment) {
    int length = bytes.getInt();
    align(alignment);
    if (length < 0 || length > bytes.remaining()) {
      throw new IllegalArgumentException("An array ends outside of its message");
    }
    return bytes.position() + length;
  }

  private List<Object> list(String signature, int element, int end, int depth) {
    List<Object> values = new ArrayList<>();
    while (bytes.position() < end) {
      values.add(value(signature, element, depth + 1));
    }
    return values;
  }

  private Map<Object, Object> map(String signature, int key, int end, int depth) {
    if (CONTAINERS.indexOf(signature.charAt(key)) >= 0) {
      throw new IllegalArgumentException("D-Bus allows no such keys");
    }
    Map<Object, Object> values = new LinkedHashMap<>();
    while (bytes.position() < end) {
      align(8);
      values.put(
          value(signature, key, depth + 1),
          value(signature, Signatures.end(signature, key), depth + 1));
    }
    return values;
  }

  private List<Object> structure(String signature, int first, int depth) {
    if (Signatures.closes(signature, first)) {
      throw new IllegalArgumentException("A structure is never empty");
    }
    List<Object> values = new ArrayList<>();
    for (int at = first; !Signatures.closes(signature, at); at = Signatures.end(signature, at)) {
      values.add(value(signature, at, depth + 1));
    }
    return values;
  }
}
