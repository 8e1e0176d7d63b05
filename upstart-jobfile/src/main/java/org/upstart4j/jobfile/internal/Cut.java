package org.upstart4j.jobfile.internal;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/**
 * Cuts a file into its entries. The parser walks over the tokens, which are numbers in arrays, and
 * builds no tree of its own: an entry keeps one array, and the file's bytes.
 */
public final class Cut {

  private static final int[] EMPTY_LINE = {Piece.pack(Kind.NEWLINE.code(), 1)};

  private final byte[] source;
  private final Tokens tokens;

  private Cut(byte[] source, int from, int to) {
    this.source = source;
    this.tokens = Tokens.of(source, from, to);
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
    return new Cut(source, from, to).parse();
  }

  private List<Piece> parse() {
    TokenView view = new TokenView(tokens);
    JobFileParser parser = new JobFileParser(view);
    parser.setBuildParseTree(false);
    parser.setErrorHandler(new BailErrorStrategy());
    int count = tokens.count();
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    try {
      while (view.LA(1) != Token.EOF) {
        parser.entry();
        int to = view.LA(1) == Token.EOF && !endsLine(view.position()) ? count : view.position();
        pieces.add(piece(from, to));
        from = to;
      }
    } catch (ParseCancellationException impossible) {
      throw new IllegalStateException(
          "The grammar does not fit the file at byte " + tokens.start(view.position()), impossible);
    }
    if (from < count) {
      pieces.add(piece(from, count));
    }
    return pieces;
  }

  private boolean endsLine(int to) {
    Kind last = tokens.kind(to - 1);
    return last == Kind.NEWLINE || last == Kind.EMPTY_LINE || last == Kind.END_SCRIPT;
  }

  private Piece piece(int from, int to) {
    return to - from == 1 && tokens.kind(from) == Kind.NEWLINE
        ? new Piece(source, tokens.start(from), EMPTY_LINE)
        : tokens.piece(from, to);
  }
}
