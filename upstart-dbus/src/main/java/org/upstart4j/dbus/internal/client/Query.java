package org.upstart4j.dbus.internal.client;

import java.util.List;
import java.util.function.Function;

/**
 * A request, and what becomes of the answer.
 *
 * @param request what to ask
 * @param read makes the result of the answer's values
 * @param <T> the result
 */
record Query<T>(DbusRequest request, Function<List<Object>, T> read) {}
