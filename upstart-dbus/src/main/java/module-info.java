/** Upstart over D-Bus: a client of any Upstart there, and a server for any Upstart. */
module org.upstart4j.dbus {
  requires static transitive org.jspecify;
  requires transitive org.upstart4j.api;
  requires static com.google.guice;
  requires org.freedesktop.dbus;
  requires org.freedesktop.dbus.transport.junixsocket;
  requires org.newsclub.net.unix;
  // holds its native library, which nothing else asks for
  requires com.kohlschutter.junixsocket.nativecommon;
  requires org.slf4j;

  exports org.upstart4j.dbus;

  opens org.upstart4j.dbus to
      com.google.guice;

  provides org.upstart4j.spi.UpstartProvider with
      org.upstart4j.dbus.DbusUpstartProvider;
}
