/** Tests of job files, and contracts for transports. */
module org.upstart4j.testkit {
  requires static transitive org.jspecify;
  requires transitive org.upstart4j.api;
  requires transitive org.upstart4j.analysis;
  requires transitive org.upstart4j.embedded;
  requires transitive org.upstart4j.simulation;
  requires org.upstart4j.state;
  // who leaves it out gets no pages
  requires static org.upstart4j.picture;
  requires transitive org.junit.jupiter.api;
  requires transitive org.assertj.core;

  exports org.upstart4j.testkit;
  exports org.upstart4j.testkit.contract;
}
