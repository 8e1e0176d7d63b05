package org.upstart4j.fleet;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Event;
import org.upstart4j.Upstart;

/** An Upstart that is another one, for tests that change a part of it. */
public class Forwarding extends ForwardingUpstart {

  private final Upstart target;

  protected Forwarding(Upstart target) {
    this.target = target;
  }

  @Override
  Upstart target() {
    return target;
  }

  @Override
  public String transport() {
    return target.transport();
  }

  @Override
  public CompletableFuture<@Nullable Void> emitAsync(Event event) {
    return target.emitAsync(event);
  }

  @Override
  public void close() {
    target.close();
  }
}
