/** Numbers about Upstarts, for Micrometer. */
module org.upstart4j.micrometer {
  requires static transitive org.jspecify;
  requires transitive org.upstart4j.api;
  requires static transitive org.upstart4j.fleet;
  requires transitive micrometer.core;

  exports org.upstart4j.micrometer;
}
