package org.upstart4j.jobfile.internal;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.misc.Interval;
import org.upstart4j.jobfile.internal.text.ByteText;

/**
 * A file's bytes as ANTLR's characters. Bytes from 0x80 on all look the same: no rule tells them
 * apart, and ANTLR's lexer is fast for 7-bit characters only.
 */
final class ByteStream implements CharStream {

  private static final int ANY_HIGH_BYTE = 0x7f;

  private final byte[] bytes;
  private final int end;
  private int position;

  /** The bytes from one offset up to another, with the file's own offsets. */
  ByteStream(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.end = to;
    this.position = from;
  }

  @Override
  public int LA(int i) {
    int at = position + i - 1;
    if (at >= end || at < 0) {
      return IntStream.EOF;
    }
    byte b = bytes[at];
    return b >= 0 ? b : ANY_HIGH_BYTE;
  }

  @Override
  public void consume() {
    position++;
  }

  @Override
  public int mark() {
    return 0;
  }

  @Override
  public void release(int marker) {}

  @Override
  public int index() {
    return position;
  }

  @Override
  public void seek(int index) {
    position = index;
  }

  @Override
  public int size() {
    return end;
  }

  @Override
  public String getSourceName() {
    return UNKNOWN_SOURCE_NAME;
  }

  @Override
  public String getText(Interval interval) {
    return ByteText.decode(bytes, interval.a, Math.min(interval.b + 1, end));
  }
}
