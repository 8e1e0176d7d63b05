package org.upstart4j.dbus.internal.wire;

import org.jspecify.annotations.Nullable;

/**
 * An interface of an object: what methods are called on, and what signals come from.
 *
 * @param path the object's path
 * @param name the interface's name; null if any of the object's interfaces is meant
 */
public record ObjectInterface(String path, @Nullable String name) {}
