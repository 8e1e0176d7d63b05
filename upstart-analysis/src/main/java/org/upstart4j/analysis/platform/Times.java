package org.upstart4j.analysis.platform;

import java.util.Locale;

/** How often an event comes, or a job starts, between boot and shutdown. */
public enum Times {
  /** Once a boot. */
  ONCE,
  /** It can come again. */
  AGAIN,
  /** For each network interface. */
  PER_INTERFACE,
  /** For each mount point. */
  PER_MOUNT,
  /** For each device. */
  PER_DEVICE;

  /** {@return the word for it in a platform's file, for example {@code per-interface}} */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** {@return whether there is one for each of several things, which a variable tells apart} */
  public boolean isPerInstance() {
    return this != ONCE && this != AGAIN;
  }

  @Override
  public String toString() {
    return text();
  }
}
