package org.upstart4j.jobfile.internal;

import java.util.Optional;
import org.upstart4j.jobfile.internal.text.ByteText;

/** One entry of a file: its tokens, which own every byte of it. Immutable. */
public final class Piece {

  private static final int KIND_BITS = 5;

  private final byte[] source;
  private final int start;
  private final int[] tokens;

  /**
   * Makes a piece again from what another one consists of.
   *
   * @param source the whole file
   * @param start where the entry starts in it
   * @param tokens the {@link #tokens()} of the other piece
   */
  public Piece(byte[] source, int start, int[] tokens) {
    this.source = source;
    this.start = start;
    this.tokens = tokens;
  }

  static int pack(int kind, int length) {
    return length << KIND_BITS | kind;
  }

  /** The largest file that can be cut, in bytes. */
  public static int maximumLength() {
    return (1 << (31 - KIND_BITS)) - 1;
  }

  /** The whole file. */
  public byte[] source() {
    return source;
  }

  /** Where the entry starts in the file. */
  public int start() {
    return start;
  }

  /** The tokens, packed into a number each; shared, not to be changed. */
  public int[] tokens() {
    return tokens;
  }

  /** How many tokens there are. */
  public int size() {
    return tokens.length;
  }

  /** What the token of that index is. */
  public Kind kind(int index) {
    return Kind.of(tokens[index] & ((1 << KIND_BITS) - 1));
  }

  /** How many bytes the token of that index has. */
  public int length(int index) {
    return tokens[index] >>> KIND_BITS;
  }

  /** The comment of the last line that has one, without its number sign. */
  public Optional<String> comment() {
    for (int i = tokens.length - 1; i >= 0; i--) {
      if (kind(i) == Kind.COMMENT && text(i).startsWith("#")) {
        String text = text(i);
        return Optional.of(text.substring(1, text.length() - (text.endsWith("\r") ? 1 : 0)));
      }
    }
    return Optional.empty();
  }

  /** Where the token of that index starts in the file; where the entry ends for the last index. */
  public int offset(int index) {
    int offset = start;
    for (int i = 0; i < index; i++) {
      offset += length(i);
    }
    return offset;
  }

  /** The token of that index as it is written. */
  public String text(int index) {
    int from = offset(index);
    return ByteText.decode(source, from, from + length(index));
  }

  /** The index of the first token of a kind, or -1. */
  public int find(Kind kind) {
    for (int i = 0; i < tokens.length; i++) {
      if (kind(i) == kind) {
        return i;
      }
    }
    return -1;
  }

  /** The entry as it is written. */
  public String text() {
    return ByteText.decode(source, start, end());
  }

  /** Where the entry ends in the file. */
  public int end() {
    return offset(tokens.length);
  }

  /** The index of the first token that is not a blank, or the number of tokens. */
  public int first() {
    return tokens.length > 0 && kind(0) == Kind.GAP ? 1 : 0;
  }

  /** Says whether the entry is a stanza, and not a blank line or a comment. */
  public boolean isStanza() {
    int first = first();
    return first < tokens.length && !kind(first).endsWords();
  }
}
