package org.upstart4j.picture.internal.layout;

/**
 * A line between two ports.
 *
 * @param from the box that it leaves, by its place in the list of boxes
 * @param fromPort the port there, by its place in the box
 * @param to the box that it leads to
 * @param toPort the port there
 */
public record Line(int from, int fromPort, int to, int toPort) {}
