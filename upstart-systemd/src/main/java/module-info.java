/** Leaving for systemd: unit files, and the conversion of job files. */
module org.upstart4j.systemd {
  requires static transitive org.jspecify;
  requires transitive org.upstart4j.analysis;

  exports org.upstart4j.systemd;
  exports org.upstart4j.systemd.finding;
  exports org.upstart4j.systemd.option;
  exports org.upstart4j.systemd.unit;
}
