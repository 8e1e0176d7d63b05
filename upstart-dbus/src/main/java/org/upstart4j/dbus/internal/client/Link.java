package org.upstart4j.dbus.internal.client;

import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.upstart4j.dbus.internal.wire.Connection;
import org.upstart4j.dbus.internal.wire.Incoming;
import org.upstart4j.dbus.internal.wire.Outgoing;

/** An open connection to an Upstart, with or without a bus in between. */
final class Link {

  private final Connection connection;
  private final @Nullable String name;
  private final Set<FailureWatch> watches = ConcurrentHashMap.newKeySet();
  private volatile @Nullable Features features;

  Link(Connection connection, @Nullable String name) {
    this.connection = connection;
    this.name = name;
  }

  Connection connection() {
    return connection;
  }

  boolean isBus() {
    return name != null;
  }

  /** The name that Upstart has on the bus. */
  String name() {
    return Objects.requireNonNull(name, "Without a bus there are no names");
  }

  CompletableFuture<Incoming> send(DbusRequest request) {
    return connection.call(
        Outgoing.call(
            name,
            request.object(),
            request.member(),
            request.files(),
            request.signature(),
            request.arguments().toArray()));
  }

  /** Returns how many calls of all callers wait for answers. */
  int unanswered() {
    return connection.pending();
  }

  /** Those who listen for failures. */
  Set<FailureWatch> watches() {
    return watches;
  }

  /** What the Upstart at its end can do, once that is known. */
  @Nullable Features features() {
    return features;
  }

  void features(Features known) {
    features = known;
  }
}
