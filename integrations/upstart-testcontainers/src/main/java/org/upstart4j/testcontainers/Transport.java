package org.upstart4j.testcontainers;

/** How an {@link UpstartContainer} reaches the Upstart in it. */
public enum Transport {
  /** Its private socket: quick, with signals. The image needs {@code perl}. */
  SOCKET,

  /**
   * A system bus, which the container then gets, as well as its private socket. The image needs
   * {@code perl} and {@code dbus-daemon}.
   */
  BUS,

  /**
   * Its own {@code initctl}, which the engine runs in the container: slow, and without signals. No
   * port is opened, and the image needs nothing more.
   */
  INITCTL
}
