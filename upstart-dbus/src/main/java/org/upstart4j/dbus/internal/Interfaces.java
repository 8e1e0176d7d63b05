package org.upstart4j.dbus.internal;

/** The names of Upstart's and of D-Bus's interfaces. */
public final class Interfaces {

  public static final String BUS_NAME = "com.ubuntu.Upstart";

  public static final String MANAGER = "com.ubuntu.Upstart0_6";
  public static final String JOB = MANAGER + ".Job";
  public static final String INSTANCE = MANAGER + ".Instance";

  public static final String PROPERTIES = "org.freedesktop.DBus.Properties";
  public static final String INTROSPECTABLE = "org.freedesktop.DBus.Introspectable";
  public static final String PEER = "org.freedesktop.DBus.Peer";

  /** Only an Upstart of this project answers this one, which introspection does not show. */
  public static final String EXPLAINING = "org.upstart4j.Explaining";

  private Interfaces() {}
}
