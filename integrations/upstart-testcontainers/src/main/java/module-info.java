/** An Upstart in a container, for tests with Testcontainers. */
module org.upstart4j.testcontainers {
  requires static transitive org.jspecify;
  requires transitive org.upstart4j.api;
  requires transitive org.upstart4j.jobfile;
  requires transitive org.upstart4j.initctl;
  requires org.upstart4j.dbus;
  requires transitive testcontainers;
  requires transitive com.github.dockerjava.api;

  exports org.upstart4j.testcontainers;
}
