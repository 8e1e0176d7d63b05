/** An Upstart in this process. */
module org.upstart4j.embedded {
  requires static transitive org.jspecify;
  requires transitive org.upstart4j.api;
  requires transitive org.upstart4j.jobfile;
  requires transitive org.upstart4j.state;
  requires static com.google.guice;
  requires org.slf4j;

  exports org.upstart4j.embedded;
  exports org.upstart4j.embedded.process;

  opens org.upstart4j.embedded to
      com.google.guice;
}
