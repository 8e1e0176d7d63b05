package org.upstart4j.dbus.internal.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Writes values in D-Bus's wire format, little-endian. */
final class Marshaller {

  private byte[] bytes = new byte[256];
  private int size;

  /** Writes values of the types that a signature names. */
  Marshaller add(String signature, Object... values) {
    int at = 0;
    for (Object value : values) {
      write(signature, at, value);
      at = Signatures.end(signature, at);
    }
    return this;
  }

  /** Leaves out some bytes, which are zero or {@link #put} later. */
  Marshaller skip(int count) {
    reserve(count);
    size += count;
    return this;
  }

  private Marshaller add(byte[] text) {
    System.arraycopy(text, 0, bytes, size, text.length);
    size += text.length;
    return this;
  }

  /** Pads to a multiple of a number. */
  Marshaller align(int boundary) {
    return skip(-size & (boundary - 1));
  }

  int size() {
    return size;
  }

  byte[] bytes() {
    return Arrays.copyOf(bytes, size);
  }

  /** Returns these bytes, followed by those of another marshaller. */
  byte[] bytesAnd(Marshaller more) {
    byte[] all = Arrays.copyOf(bytes, size + more.size);
    System.arraycopy(more.bytes, 0, all, size, more.size);
    return all;
  }

  private void write(String signature, int at, Object value) {
    char type = signature.charAt(at);
    align(Signatures.alignment(type));
    switch (type) {
      case 'y' -> octet(((Number) value).intValue());
      case 'b' -> number((Boolean) value ? 1 : 0);
      case 'i', 'u', 'h' -> number(((Number) value).intValue());
      case 'x', 't' -> longNumber(((Number) value).longValue());
      case 's', 'o' -> text((String) value);
      case 'g' -> signature((String) value);
      case 'v' -> {
        Variant variant = (Variant) value;
        variant(variant.signature(), variant.value());
      }
      case 'a' -> array(signature, at + 1, elements(value));
      case '(' -> fields(signature, at + 1, (List<?>) value);
      case '{' -> {
        Map.Entry<?, ?> entry = (Map.Entry<?, ?>) value;
        fields(signature, at + 1, List.of(entry.getKey(), entry.getValue()));
      }
      default -> throw new IllegalArgumentException("Cannot write a value of type " + type);
    }
  }

  /** Writes a value of one type as a variant. */
  void variant(String type, Object value) {
    signature(type);
    write(type, 0, value);
  }

  private static Collection<?> elements(Object value) {
    return value instanceof Map<?, ?> map ? map.entrySet() : (Collection<?>) value;
  }

  private void array(String signature, int element, Collection<?> values) {
    int length = size;
    number(0);
    align(Signatures.alignment(signature.charAt(element)));
    int start = size;
    for (Object value : values) {
      write(signature, element, value);
    }
    put(length, size - start);
  }

  private void fields(String signature, int first, List<?> values) {
    int at = first;
    for (Object value : values) {
      write(signature, at, value);
      at = Signatures.end(signature, at);
    }
  }

  private void text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    reserve(4 + utf8.length + 1);
    number(utf8.length);
    add(utf8).octet(0);
  }

  private void signature(String signature) {
    reserve(1 + signature.length() + 1);
    octet(signature.length());
    add(signature.getBytes(StandardCharsets.US_ASCII)).octet(0);
  }

  Marshaller octet(int value) {
    reserve(1);
    bytes[size++] = (byte) value;
    return this;
  }

  private void number(int value) {
    reserve(4);
    put(size, value);
    size += 4;
  }

  private void longNumber(long value) {
    number((int) value);
    number((int) (value >> 32));
  }

  /** Writes a number over what is there. */
  void put(int at, int value) {
    for (int i = 0; i < 4; i++) {
      bytes[at + i] = (byte) (value >> (8 * i));
    }
  }

  private void reserve(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
    }
  }
}
