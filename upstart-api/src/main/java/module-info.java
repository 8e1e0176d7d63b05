/** The ports and nouns of Upstart, for every way of reaching one. */
module org.upstart4j.api {
  requires static transitive org.jspecify;

  exports org.upstart4j;
  exports org.upstart4j.event;
  exports org.upstart4j.spi;

  uses org.upstart4j.spi.UpstartProvider;
}
