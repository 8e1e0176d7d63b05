package org.upstart4j.dbus.internal.client;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.upstart4j.dbus.internal.Interfaces;
import org.upstart4j.dbus.internal.wire.Incoming;
import org.upstart4j.dbus.internal.wire.Outgoing;
import org.upstart4j.dbus.internal.wire.Wire;

/** An open connection to an Upstart, with or without a bus in between. */
final class Link {

  private final Wire wire;
  private final boolean bus;
  private volatile @Nullable Features features;

  Link(Wire wire, boolean bus) {
    this.wire = wire;
    this.bus = bus;
  }

  Wire wire() {
    return wire;
  }

  boolean isBus() {
    return bus;
  }

  CompletableFuture<Incoming> send(Request request) {
    return wire.call(
        Outgoing.call(
            bus ? Interfaces.BUS_NAME : null,
            request.object(),
            request.member(),
            request.files(),
            request.signature(),
            request.arguments().toArray()));
  }

  /** Returns how many calls wait for their answers, whoever has made them. */
  int unanswered() {
    return wire.pending();
  }

  /** What the Upstart at its end can do, once that is known. */
  @Nullable Features features() {
    return features;
  }

  void features(Features known) {
    features = known;
  }
}
