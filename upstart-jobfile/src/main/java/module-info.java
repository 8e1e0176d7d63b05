/** Job files of Upstart: read, edited and written without losing a byte, and what they mean. */
module org.upstart4j.jobfile {
  requires static transitive org.jspecify;
  requires transitive org.upstart4j.api;
  requires org.antlr.antlr4.runtime;

  exports org.upstart4j.jobfile;
  exports org.upstart4j.jobfile.stanza;
  exports org.upstart4j.jobfile.version;
}
