package org.upstart4j.embedded.internal.host;

import org.upstart4j.spi.ShellSpelling;

/** Words for the launcher. It decodes each that holds a backslash with {@code printf %b}. */
final class LauncherWords {

  private LauncherWords() {}

  /** Returns a word in ASCII. What follows a NUL is cut off, as the kernel does. */
  static String spelled(String word) {
    int end = word.indexOf('\0');
    return ShellSpelling.inAscii(end < 0 ? word : word.substring(0, end));
  }
}
