package org.upstart4j.dbus.internal.wire;

/**
 * A value with its type: what D-Bus calls a variant.
 *
 * @param signature the type, as D-Bus writes it
 * @param value the value: a text, number, boolean, list or map
 */
public record Variant(String signature, Object value) {}
