/** What would happen to a folder of jobs. */
module org.upstart4j.simulation {
  requires static transitive org.jspecify;
  requires transitive org.upstart4j.analysis;
  requires transitive org.upstart4j.embedded;
  requires transitive org.upstart4j.state;
  requires org.snakeyaml.engine;

  exports org.upstart4j.simulation;
  exports org.upstart4j.simulation.scenario;
}
