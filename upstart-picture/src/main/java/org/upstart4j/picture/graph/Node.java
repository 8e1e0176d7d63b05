package org.upstart4j.picture.graph;

/** Something that is drawn: a job, an event, or a joint of a condition. */
public sealed interface Node permits JobNode, EventNode, JointNode {

  /** {@return what names it within its graph, such as {@code job:web}} */
  String id();
}
