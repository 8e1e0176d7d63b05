package org.upstart4j.cli.terminal;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Passes text in UTF-8 on so that it commands no terminal: line breaks and tabs stay, and whatever
 * else is no character to be seen gets there as in {@code \x1b}; so does a byte that is no UTF-8.
 */
final class VisibleStream extends FilterOutputStream {

  private final ByteArrayOutputStream visible = new ByteArrayOutputStream();

  /** The character that has begun, and how many bytes of it are still to come. */
  private final byte[] begun = new byte[4];

  private int length;
  private int missing;

  VisibleStream(OutputStream target) {
    super(target);
  }

  /** Text that is complete, passed on so. */
  static byte[] show(byte[] text) {
    ByteArrayOutputStream visible = new ByteArrayOutputStream();
    try (VisibleStream stream = new VisibleStream(visible)) {
      stream.write(text);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return visible.toByteArray();
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int from, int count) throws IOException {
    for (int i = from; i < from + count; i++) {
      take(bytes[i]);
    }
    visible.writeTo(out);
    visible.reset();
  }

  private void take(byte b) {
    boolean goesOn = (b & 0xc0) == 0x80;
    if (missing > 0 && !goesOn) {
      giveUp();
    }
    if (b >= 0) {
      show(b);
    } else if (goesOn && missing == 0) {
      escape(b);
    } else {
      begun[length++] = b;
      missing = goesOn ? missing - 1 : following(b);
      if (missing == 0) {
        end();
      }
    }
  }

  /** How many bytes follow a first one; 0 for a byte that cannot be first. */
  private static int following(byte first) {
    int b = first & 0xff;
    if (b < 0xc2 || b > 0xf4) {
      return 0;
    } else if (b < 0xe0) {
      return 1;
    }
    return b < 0xf0 ? 2 : 3;
  }

  private void end() {
    String text = new String(begun, 0, length, StandardCharsets.UTF_8);
    if (Arrays.equals(text.getBytes(StandardCharsets.UTF_8), Arrays.copyOf(begun, length))) {
      show(text.codePointAt(0));
      length = 0;
    } else {
      giveUp();
    }
  }

  private void giveUp() {
    for (int i = 0; i < length; i++) {
      escape(begun[i]);
    }
    length = 0;
    missing = 0;
  }

  private void show(int character) {
    if (character < 0x80 && (Visible.isLayout(character) || Visible.isVisible(character))) {
      visible.write(character);
    } else if (Visible.isVisible(character)) {
      visible.writeBytes(Character.toString(character).getBytes(StandardCharsets.UTF_8));
    } else {
      visible.writeBytes(Visible.escape(character).getBytes(StandardCharsets.US_ASCII));
    }
  }

  private void escape(byte b) {
    visible.writeBytes(Visible.escape(b & 0xff).getBytes(StandardCharsets.US_ASCII));
  }

  /** Spells out a character that has begun and was never completed. */
  @Override
  public synchronized void flush() throws IOException {
    giveUp();
    visible.writeTo(out);
    visible.reset();
    super.flush();
  }
}
