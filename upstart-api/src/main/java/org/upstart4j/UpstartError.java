package org.upstart4j;

/**
 * What Upstart answered instead of doing what it was asked to.
 *
 * @param name the error's name on D-Bus, for example {@code com.ubuntu.Upstart0_6.Error.UnknownJob}
 * @param text the error in Upstart's words, for example {@code Unknown job: web}
 */
public record UpstartError(String name, String text) {

  /** How the names of Upstart's own errors begin. */
  public static final String UPSTART = "com.ubuntu.Upstart0_6.Error.";

  /** How the names of D-Bus's errors begin; Upstart uses some of them. */
  public static final String DBUS = "org.freedesktop.DBus.Error.";

  /** Makes one of Upstart's own errors. */
  static UpstartError ofUpstart(String name, String text) {
    return new UpstartError(UPSTART + name, text);
  }

  @Override
  public String toString() {
    return name + ": " + text;
  }
}
