package org.upstart4j.cli.watch;

import java.io.IOException;
import org.upstart4j.cli.watch.Key.Kind;

/** Reads keys from what a terminal sends: characters, and sequences that begin with an escape. */
final class Keys {

  private static final int ESCAPE = 0x1b;

  /** How long after an escape the rest of its sequence may come. */
  private static final long REST_MILLIS = 60;

  /** Where characters come from. */
  interface Source {

    /** Waits for a character for so long, or for ever if that is 0; less than 0 if none comes. */
    int read(long millis) throws IOException;
  }

  private final Source source;

  Keys(Source source) {
    this.source = source;
  }

  /** Waits for the next key. */
  Key next() {
    try {
      int character = source.read(0);
      return character < 0 ? Key.of(Kind.NONE) : key(character);
    } catch (IOException gone) {
      return Key.of(Kind.NONE);
    }
  }

  private Key key(int character) throws IOException {
    return switch (character) {
      case ESCAPE -> sequence();
      case '\r', '\n' -> Key.of(Kind.ENTER);
      case '\b', 0x7f -> Key.of(Kind.BACKSPACE);
      case 0x0c -> Key.of(Kind.REDRAW);
      default -> character < ' ' ? Key.of(Kind.OTHER) : Key.of((char) character);
    };
  }

  private Key sequence() throws IOException {
    int introducer = source.read(REST_MILLIS);
    if (introducer < 0) {
      return Key.of(Kind.ESCAPE);
    } else if (introducer != '[' && introducer != 'O') {
      return Key.of(Kind.OTHER);
    }
    StringBuilder parameters = new StringBuilder();
    int character = source.read(REST_MILLIS);
    while (character >= ' ' && character < '@') {
      parameters.append((char) character);
      character = source.read(REST_MILLIS);
    }
    return Key.of(character == '~' ? numbered(parameters.toString()) : named(character));
  }

  private static Kind named(int character) {
    return switch (character) {
      case 'A' -> Kind.UP;
      case 'B' -> Kind.DOWN;
      case 'H' -> Kind.HOME;
      case 'F' -> Kind.END;
      default -> Kind.OTHER;
    };
  }

  private static Kind numbered(String parameters) {
    return switch (parameters) {
      case "1", "7" -> Kind.HOME;
      case "4", "8" -> Kind.END;
      case "5" -> Kind.PAGE_UP;
      case "6" -> Kind.PAGE_DOWN;
      default -> Kind.OTHER;
    };
  }
}
