package org.upstart4j.fleet;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.upstart4j.Deadline;
import org.upstart4j.Upstart;
import org.upstart4j.Wait;

/** The Upstarts of hosts: each is opened when it is first needed, and shared. Thread-safe. */
final class Connections {

  private final Function<? super Host, ? extends Upstart> connect;
  private final Map<String, CompletableFuture<Upstart>> opened = new HashMap<>();
  private boolean closed;

  Connections(Function<? super Host, ? extends Upstart> connect) {
    this.connect = connect;
  }

  /** Returns the Upstart of a host; of several callers the first one opens it. */
  Upstart of(Host host) {
    CompletableFuture<Upstart> mine = new CompletableFuture<>();
    CompletableFuture<Upstart> first = firstOf(host, mine);
    if (first == mine) {
      open(host, mine);
    }
    return Deadline.of(Wait.FOREVER).await(first, "the connection to " + host);
  }

  private synchronized CompletableFuture<Upstart> firstOf(
      Host host, CompletableFuture<Upstart> mine) {
    if (closed) {
      throw HostFailures.closed();
    }
    CompletableFuture<Upstart> first = opened.putIfAbsent(host.name(), mine);
    return first == null ? mine : first;
  }

  private void open(Host host, CompletableFuture<Upstart> mine) {
    try {
      Upstart upstart = connect.apply(host);
      if (!keeps(mine, upstart)) {
        mine.completeExceptionally(HostFailures.closed());
        upstart.close();
      }
    } catch (RuntimeException | Error failure) {
      // so that the next caller tries again
      forget(host, mine);
      mine.completeExceptionally(HostFailures.of(failure));
    }
  }

  private synchronized boolean keeps(CompletableFuture<Upstart> mine, Upstart upstart) {
    return !closed && mine.complete(upstart);
  }

  private synchronized void forget(Host host, CompletableFuture<Upstart> mine) {
    opened.remove(host.name(), mine);
  }

  /**
   * Opens nothing more, and hands over what is to be closed: what is still opened closes itself.
   */
  synchronized Collection<Upstart> release() {
    closed = true;
    List<Upstart> all =
        opened.values().stream()
            .filter(future -> future.isDone() && !future.isCompletedExceptionally())
            .map(CompletableFuture::join)
            .toList();
    opened.clear();
    return all;
  }
}
