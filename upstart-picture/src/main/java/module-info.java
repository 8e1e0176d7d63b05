/** Pictures of jobs: the graph of what starts what, and the timeline of what happened. */
module org.upstart4j.picture {
  requires static transitive org.jspecify;
  requires transitive org.upstart4j.analysis;
  // what the layout's libraries, which are no named modules, use and cannot ask for
  requires com.google.common;
  requires com.google.gson;
  requires org.eclipse.elk.alg.layered;
  requires org.eclipse.elk.core;
  requires org.eclipse.elk.graph;
  requires org.eclipse.emf.common;

  exports org.upstart4j.picture;
  exports org.upstart4j.picture.graph;
  exports org.upstart4j.picture.timeline;
}
