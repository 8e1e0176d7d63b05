package org.upstart4j.jobfile.internal;

import java.util.Arrays;
import org.antlr.v4.runtime.misc.IntegerStack;

/** The tokens of a file, in flat arrays: what each is, and where it ends. */
final class Tokens {

  private final byte[] source;
  private final int start;
  private final int end;
  private byte[] kinds;
  private int[] ends;
  private int count;

  private Tokens(byte[] source, int start, int end) {
    this.source = source;
    this.start = start;
    this.end = end;
    this.kinds = new byte[16 + (end - start) / 6];
    this.ends = new int[kinds.length];
  }

  /** The tokens of a part of a file. */
  static Tokens of(byte[] source, int from, int to) {
    Tokens tokens = new Tokens(source, from, to);
    tokens.cut();
    return tokens;
  }

  /** Cuts the longest token that a rule allows, again and again, as ANTLR's lexer does. */
  private void cut() {
    Automaton automaton = Automaton.shared();
    IntegerStack outerModes = new IntegerStack();
    int mode = JobFileLexer.DEFAULT_MODE;
    int tokenStart = start;
    while (tokenStart < end) {
      int found = Automaton.NONE;
      int foundEnd = tokenStart;
      int at = tokenStart;
      int step = automaton.next(Automaton.start(mode), source[at++]);
      while (step != Automaton.NONE) {
        at = automaton.repeat(step, source, at, end);
        if (Automaton.endsToken(step)) {
          found = step;
          foundEnd = at;
        }
        step = at < end ? automaton.next(step, source[at++]) : Automaton.NONE;
      }
      if (found == Automaton.NONE) {
        throw new IllegalStateException("The grammar has no token for byte " + tokenStart);
      }
      add(Automaton.kind(found), foundEnd);
      mode = Automaton.mode(found, mode, outerModes);
      tokenStart = foundEnd;
    }
  }

  private void add(byte kind, int tokenEnd) {
    if (count == ends.length) {
      kinds = Arrays.copyOf(kinds, count * 2);
      ends = Arrays.copyOf(ends, count * 2);
    }
    kinds[count] = kind;
    ends[count] = tokenEnd;
    count++;
  }

  /** How many tokens there are. */
  int count() {
    return count;
  }

  /** What a token is. */
  Kind kind(int index) {
    return Kind.of(kinds[index]);
  }

  /** Where a token starts, or the last one ends. */
  int start(int index) {
    return index == 0 ? start : ends[index - 1];
  }

  /** Some of the tokens as an entry. */
  Piece piece(int from, int to) {
    int offset = start(from);
    int[] packed = new int[to - from];
    for (int i = from; i < to; i++) {
      packed[i - from] = Piece.pack(kinds[i], ends[i] - offset);
      offset = ends[i];
    }
    return new Piece(source, start(from), packed);
  }
}
