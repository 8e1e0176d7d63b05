package org.upstart4j.systemd.internal.unit;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;
import org.upstart4j.jobfile.internal.text.ByteText;

/** Takes the words of a value, one after the other: without their quotes, escapes resolved. */
public final class WordReader {

  private final byte[] value;
  private int at;
  private boolean isUnbalanced;
  private boolean hasUnknownEscape;

  /** Stands before the first word of a value. */
  public WordReader(String value) {
    this.value = ByteText.encode(value);
    skipBlanks();
  }

  /**
   * Takes the next word.
   *
   * @return the word; nothing at the end, and where a quote is never closed
   */
  public @Nullable String next() {
    if (isAtEnd()) {
      return null;
    }
    String word = read(false);
    if (word == null) {
      word = read(true); // systemd takes the word again, with the backslashes of unknown escapes
      isUnbalanced = word == null;
      hasUnknownEscape |= word != null;
    }
    return word;
  }

  /** Takes the next word if it is written exactly so, without quotes. */
  public boolean take(String written) {
    int end = at + written.length();
    boolean isNext =
        end <= value.length
            && ByteText.decode(value, at, end).equals(written)
            && (end == value.length || Blank.is(value[end]));
    if (isNext) {
      at = end;
      skipBlanks();
    }
    return isNext;
  }

  /** Whether no word is left. */
  public boolean isAtEnd() {
    return at == value.length || isUnbalanced;
  }

  /** Whether a quote of the last word is never closed. */
  public boolean isUnbalanced() {
    return isUnbalanced;
  }

  /** Whether some word so far had a backslash before something that systemd does not know. */
  public boolean hasUnknownEscape() {
    return hasUnknownEscape;
  }

  private @Nullable String read(boolean keepsUnknown) {
    ByteArrayOutputStream word = new ByteArrayOutputStream();
    int quote = 0;
    int i = at;
    while (i < value.length && (quote != 0 || !Blank.is(value[i]))) {
      byte c = value[i++];
      if (c == '\\') {
        CEscape escape = i < value.length ? CEscape.at(value, i) : null;
        if (escape != null) {
          word.writeBytes(escape.bytes());
          i += escape.length();
        } else if (keepsUnknown) {
          word.write('\\');
          if (i < value.length) {
            word.write(value[i++]);
          }
        } else {
          return null;
        }
      } else if (c == quote) {
        quote = 0;
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      } else {
        word.write(c);
      }
    }
    if (quote != 0) {
      return null;
    }
    at = i;
    skipBlanks();
    return ByteText.decode(word.toByteArray(), 0, word.size());
  }

  private void skipBlanks() {
    while (at < value.length && Blank.is(value[at])) {
      at++;
    }
  }
}
