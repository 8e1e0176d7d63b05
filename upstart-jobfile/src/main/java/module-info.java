/** Job files of Upstart: read, edited and written without losing a byte, and what they mean. */
@SuppressWarnings("module") // the modules that use the internal package are compiled after this one
module org.upstart4j.jobfile {
  requires static transitive org.jspecify;
  requires transitive org.upstart4j.api;
  requires org.antlr.antlr4.runtime;

  exports org.upstart4j.jobfile;
  exports org.upstart4j.jobfile.stanza;
  exports org.upstart4j.jobfile.version;
  exports org.upstart4j.jobfile.internal.match to
      org.upstart4j.analysis,
      org.upstart4j.embedded,
      org.upstart4j.picture;
  exports org.upstart4j.jobfile.internal.text to
      org.upstart4j.systemd;
}
