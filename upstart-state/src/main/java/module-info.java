/** The state of an Upstart, read and written. */
module org.upstart4j.state {
  requires static transitive org.jspecify;
  requires transitive org.upstart4j.api;
  requires com.google.gson;

  exports org.upstart4j.state;
}
