/** What job files mean together. */
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
}
