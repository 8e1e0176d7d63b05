/** Upstart over the program initctl, on this machine or on another. */
module org.upstart4j.initctl {
  requires static transitive org.jspecify;
  requires transitive org.upstart4j.api;
  requires static com.google.guice;

  exports org.upstart4j.initctl;

  opens org.upstart4j.initctl to
      com.google.guice;

  provides org.upstart4j.spi.UpstartProvider with
      org.upstart4j.initctl.InitctlUpstartProvider;
}
