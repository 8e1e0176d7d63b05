package org.upstart4j.jobfile.internal;

/** What a token is, whichever mode of the lexer cut it. */
public enum Kind {
  SCRIPT,
  EXEC,
  PROCESS,
  EVENTS,
  FLAG,
  NAME,
  BROKEN,
  NEWLINE,
  GAP,
  COMMENT,
  WORD,
  COMMAND,
  ON,
  AND,
  OR,
  LEFT,
  RIGHT,
  OPERAND,
  INNER_NEWLINE,
  EMPTY_LINE,
  BODY,
  SCRIPT_LINE,
  END_SCRIPT;

  private static final Kind[] VALUES = values();

  static Kind of(int code) {
    return VALUES[code];
  }

  /** A small number that stands for the kind in packed tokens; never written anywhere. */
  @SuppressWarnings("EnumOrdinal")
  byte code() {
    return (byte) ordinal();
  }

  /** Says whether the token is blanks or a comment. */
  public boolean isTrivia() {
    return this == GAP || this == COMMENT;
  }

  /** Says whether a line's words end here. */
  public boolean endsWords() {
    return this == NEWLINE || this == COMMENT || this == BODY;
  }
}
