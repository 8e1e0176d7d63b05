/** Many hosts with an Upstart each. */
module org.upstart4j.fleet {
  requires static transitive org.jspecify;
  requires transitive org.upstart4j.api;
  requires org.upstart4j.dbus;
  requires transitive org.upstart4j.initctl;
  requires transitive org.upstart4j.jobfile;
  requires com.google.gson;
  requires org.slf4j;
  requires org.snakeyaml.engine;

  exports org.upstart4j.fleet;
  exports org.upstart4j.fleet.inventory;
  exports org.upstart4j.fleet.rolling;
}
