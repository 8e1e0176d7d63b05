/** What job files mean together. */
@SuppressWarnings("module") // the module that uses the internal packages is compiled after this one
module org.upstart4j.analysis {
  requires static transitive org.jspecify;
  requires transitive org.upstart4j.jobfile;
  requires transitive org.upstart4j.state;
  requires com.google.gson;

  exports org.upstart4j.analysis;
  exports org.upstart4j.analysis.finding;
  exports org.upstart4j.analysis.host;
  exports org.upstart4j.analysis.platform;
  exports org.upstart4j.analysis.reason;
  exports org.upstart4j.analysis.internal.model to
      org.upstart4j.systemd;
  exports org.upstart4j.analysis.internal.shell to
      org.upstart4j.systemd;
}
