package org.upstart4j.picture.graph;

import java.util.Optional;

/**
 * An event that a condition names, or that a job emits.
 *
 * @param id its name within the graph
 * @param text the event as the condition spells it, such as {@code runlevel [2345]}; of a shared
 *     node the event's name alone
 * @param isShared whether one node stands for all uses of the event
 * @param isPattern whether its name is a pattern, which several events match
 * @param source the condition, of a node that stands for one use
 */
public record EventNode(
    String id, String text, boolean isShared, boolean isPattern, Optional<SourceLine> source)
    implements Node {}
