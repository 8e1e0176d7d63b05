package org.upstart4j.jobfile;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import org.upstart4j.jobfile.internal.Cut;
import org.upstart4j.jobfile.internal.Piece;
import org.upstart4j.jobfile.internal.text.ByteText;

/**
 * A part of a job file: a stanza with all its lines, or a blank line or comment. The entries of a
 * file, one after the other, are the file, to the last byte. Immutable; two entries are equal only
 * if they are the same one.
 */
public abstract sealed class Entry permits Stanza, TriviaLine {

  private final byte[] source;
  private final int start;
  private final int[] tokens;

  Entry(Piece piece) {
    this.source = piece.source();
    this.start = piece.start();
    this.tokens = piece.tokens();
  }

  static Entry of(Piece piece) {
    return piece.isStanza() ? new Stanza(piece) : new TriviaLine(piece);
  }

  /** Cuts a file, or a part of one, into its entries. */
  static List<Entry> cut(byte[] bytes) {
    List<Piece> pieces = Cut.pieces(bytes);
    Entry[] entries = new Entry[pieces.size()];
    Arrays.setAll(entries, i -> of(pieces.get(i)));
    return List.of(entries);
  }

  /** Cuts a text. */
  static List<Entry> cut(String text) {
    return cut(ByteText.encode(text));
  }

  /** The entry's tokens. Made each time, because a file of many short lines is mostly objects. */
  final Piece piece() {
    return new Piece(source, start, tokens);
  }

  final int start() {
    return start;
  }

  final int end() {
    return piece().end();
  }

  final int length() {
    return end() - start;
  }

  /** Writes the entry's bytes. */
  final void writeTo(ByteArrayOutputStream out) {
    out.write(source, start, length());
  }

  /**
   * {@return the entry as it is written, with its indentation, comment and line break; a byte that
   * is not UTF-8 is a lone surrogate, U+DC80 to U+DCFF}
   */
  public final String text() {
    return ByteText.decode(source, start, end());
  }

  @Override
  public final String toString() {
    return text();
  }
}
