package org.upstart4j.jobfile.internal;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.Interval;

/**
 * The cut tokens as the parser sees them: without trivia, and with one token object for all, as the
 * parser only asks for the current one's type.
 */
final class TokenView implements TokenStream {

  private static final int[] TYPES = types();

  private final Tokens tokens;
  private final CurrentToken current = new CurrentToken();
  private int next;
  private int position;

  TokenView(Tokens tokens) {
    this.tokens = tokens;
    skipTrivia();
  }

  /** How many tokens have been consumed, the trivia before them included. */
  int position() {
    return position;
  }

  private void skipTrivia() {
    while (next < tokens.count() && tokens.kind(next).isTrivia()) {
      next++;
    }
  }

  @Override
  public void consume() {
    position = ++next;
    skipTrivia();
  }

  @Override
  public int LA(int i) {
    return i == 1 && next < tokens.count() ? type(tokens.kind(next)) : Token.EOF;
  }

  @Override
  public Token LT(int k) {
    current.setType(LA(k));
    return current;
  }

  @Override
  public int mark() {
    return 0;
  }

  @Override
  public void release(int marker) {}

  @Override
  public int index() {
    return next;
  }

  @Override
  public void seek(int index) {
    next = index;
  }

  @Override
  public int size() {
    return tokens.count();
  }

  @Override
  public Token get(int index) {
    throw new UnsupportedOperationException();
  }

  @Override
  public TokenSource getTokenSource() {
    throw new UnsupportedOperationException();
  }

  @Override
  public String getText(Interval interval) {
    return "";
  }

  @Override
  public String getText() {
    return "";
  }

  @Override
  public String getText(RuleContext context) {
    return "";
  }

  @Override
  public String getText(Token start, Token stop) {
    return "";
  }

  @Override
  public String getSourceName() {
    return CharStream.UNKNOWN_SOURCE_NAME;
  }

  /** What the lexer calls a kind of token. */
  static int type(Kind kind) {
    return TYPES[kind.code()];
  }

  private static int[] types() {
    int[] types = new int[Kind.values().length];
    for (int type = 1; type <= JobFileLexer.VOCABULARY.getMaxTokenType(); type++) {
      for (Kind kind : Kind.values()) {
        if (kind.name().equals(JobFileLexer.VOCABULARY.getSymbolicName(type))) {
          types[kind.code()] = type;
        }
      }
    }
    return types;
  }

  /** A token of which only the type is known. */
  private static final class CurrentToken extends CommonToken {
    private static final long serialVersionUID = 1;

    CurrentToken() {
      super(Token.INVALID_TYPE);
    }
  }
}
