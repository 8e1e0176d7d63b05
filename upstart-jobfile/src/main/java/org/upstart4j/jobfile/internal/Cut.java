package org.upstart4j.jobfile.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/**
 * Cuts a file into its entries. The lexer writes its tokens into flat arrays, and the parser walks
 * over these and builds no tree of its own: an entry keeps one array, and the file's bytes.
 */
public final class Cut {

  private static final byte[] KINDS = kinds();
  private static final int[] EMPTY_LINE = {Piece.pack(Kind.NEWLINE.code(), 1)};

  private final byte[] source;
  private final int start;
  private final int end;
  private byte[] kinds;
  private int[] ends;
  private int count;

  private Cut(byte[] source, int start, int end) {
    this.source = source;
    this.start = start;
    this.end = end;
    this.kinds = new byte[16 + (end - start) / 6];
    this.ends = new int[kinds.length];
  }

  /**
   * Cuts a file.
   *
   * @throws IllegalArgumentException if the file is larger than 64 MiB
   */
  public static List<Piece> pieces(byte[] source) {
    if (source.length > Piece.maximumLength()) {
      throw new IllegalArgumentException(
          "A job file has at most " + Piece.maximumLength() + " bytes, not " + source.length);
    }
    return pieces(source, 0, source.length);
  }

  /** Cuts a part of a file, as if it were all; offsets stay those of the file. */
  public static List<Piece> pieces(byte[] source, int from, int to) {
    Cut cut = new Cut(source, from, to);
    new Recorder(cut).run();
    return cut.parse();
  }

  private void add(int type, int end) {
    if (count == ends.length) {
      kinds = Arrays.copyOf(kinds, count * 2);
      ends = Arrays.copyOf(ends, count * 2);
    }
    kinds[count] = KINDS[type];
    ends[count] = end;
    count++;
  }

  private List<Piece> parse() {
    TokenView tokens = new TokenView(kinds, count);
    JobFileParser parser = new JobFileParser(tokens);
    parser.setBuildParseTree(false);
    parser.setErrorHandler(new BailErrorStrategy());
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    try {
      while (tokens.LA(1) != Token.EOF) {
        parser.entry();
        int to =
            tokens.LA(1) == Token.EOF && !endsLine(tokens.position()) ? count : tokens.position();
        pieces.add(piece(from, to));
        from = to;
      }
    } catch (ParseCancellationException impossible) {
      throw new IllegalStateException(
          "The grammar does not fit the file at byte " + startOf(tokens.position()), impossible);
    }
    if (from < count) {
      pieces.add(piece(from, count));
    }
    return pieces;
  }

  private boolean endsLine(int to) {
    Kind last = Kind.of(kinds[to - 1]);
    return last == Kind.NEWLINE || last == Kind.EMPTY_LINE || last == Kind.END_SCRIPT;
  }

  private Piece piece(int from, int to) {
    int start = startOf(from);
    if (to - from == 1 && Kind.of(kinds[from]) == Kind.NEWLINE) {
      return new Piece(source, start, EMPTY_LINE);
    }
    int[] tokens = new int[to - from];
    int offset = start;
    for (int i = from; i < to; i++) {
      tokens[i - from] = Piece.pack(kinds[i], ends[i] - offset);
      offset = ends[i];
    }
    return new Piece(source, start, tokens);
  }

  private int startOf(int token) {
    return token == 0 ? start : ends[token - 1];
  }

  private static byte[] kinds() {
    byte[] kinds = new byte[JobFileLexer.VOCABULARY.getMaxTokenType() + 1];
    for (Kind kind : Kind.values()) {
      kinds[TokenView.type(kind)] = kind.code();
    }
    return kinds;
  }

  /** The generated lexer, made to write its tokens into arrays instead of creating objects. */
  private static final class Recorder extends JobFileLexer {

    private static final Token ANY = new TokenView.CurrentToken();

    private final Cut cut;

    Recorder(Cut cut) {
      super(new ByteStream(cut.source, cut.start, cut.end));
      this.cut = cut;
    }

    void run() {
      while (!_hitEOF) {
        nextToken();
      }
    }

    @Override
    public Token emit() {
      if (_type != Token.EOF) {
        cut.add(_type, getCharIndex());
      }
      _token = ANY;
      return ANY;
    }

    @Override
    public Token emitEOF() {
      _token = ANY;
      return ANY;
    }
  }
}
