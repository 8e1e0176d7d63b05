package org.upstart4j.analysis.platform;

import java.util.Locale;

/** What {@code /bin/sh} is on a platform; Upstart runs every script with it. */
public enum Shell {
  /** The Debian Almquist shell: POSIX and little more. */
  DASH,
  /** The GNU Bourne-again shell, which keeps most of its own syntax when it is called sh. */
  BASH;

  /** {@return the program's name, for example {@code dash}} */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return text();
  }
}
