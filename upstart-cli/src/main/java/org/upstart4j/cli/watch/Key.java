package org.upstart4j.cli.watch;

/**
 * A key that was pressed.
 *
 * @param kind which one
 * @param character what it types, if it types something
 */
record Key(Kind kind, char character) {

  /** What keys there are. */
  enum Kind {
    CHARACTER,
    UP,
    DOWN,
    PAGE_UP,
    PAGE_DOWN,
    HOME,
    END,
    ENTER,
    BACKSPACE,
    ESCAPE,
    REDRAW,
    OTHER,
    /** There are no more keys. */
    NONE
  }

  static Key of(Kind kind) {
    return new Key(kind, '\0');
  }

  static Key of(char character) {
    return new Key(Kind.CHARACTER, character);
  }
}
