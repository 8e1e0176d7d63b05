package org.upstart4j.dbus.internal.wire;

/**
 * An interface of an object: what methods are called on, and what signals come from.
 *
 * @param path the object's path
 * @param name the interface's name
 */
public record ObjectInterface(String path, String name) {}
