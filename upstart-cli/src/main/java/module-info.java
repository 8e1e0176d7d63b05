/** The command line over the SDK. */
module org.upstart4j.cli {
  requires static org.jspecify;
  requires org.upstart4j.jobfile;
  requires org.upstart4j.analysis;
  requires org.upstart4j.embedded;
  requires org.upstart4j.simulation;
  requires static org.upstart4j.picture;
  requires org.upstart4j.systemd;
  requires org.upstart4j.dbus;
  requires org.upstart4j.initctl;
  requires org.upstart4j.fleet;
  requires static org.jline.terminal;
  requires static org.upstart4j.micrometer;
  requires static micrometer.core;
  requires static micrometer.registry.prometheus;
  requires static micrometer.registry.otlp;
  requires static jdk.httpserver;
  requires com.google.gson;
  requires io.github.javadiffutils;
  requires jdk.unsupported;
}
