package org.upstart4j.dbus.internal.server;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * An object that a call is for.
 *
 * @param path its path
 * @param type its interface
 * @param object the object
 * @param gone which failures mean that it is gone
 * @param children the elements of paths that follow its own
 * @param <T> what it is
 */
record ExportedObject<T>(
    String path,
    Interface<T> type,
    T object,
    Predicate<Throwable> gone,
    Supplier<List<String>> children) {}
