package org.upstart4j.fleet;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Delivers the results of one call to a subscriber: one at a time, and only as many as it has
 * requested. The call begins with the first request. Thread-safe.
 */
final class Delivery<T> implements Calls.Sink<T>, Flow.Subscription {

  private final Flow.Subscriber<? super HostResult<T>> subscriber;
  private final Executor threads;
  private final Function<? super Calls.Sink<T>, Calls<T>> begin;

  private final Queue<HostResult<T>> ready = new ArrayDeque<>();
  private @Nullable Calls<T> calls;
  private @Nullable Throwable misuse;
  private long requested;
  private boolean begun;
  private boolean ended;
  private boolean delivering;
  private boolean over;

  /**
   * Makes a delivery.
   *
   * @param begin begins the call, and returns it
   */
  Delivery(
      Flow.Subscriber<? super HostResult<T>> subscriber,
      Executor threads,
      Function<? super Calls.Sink<T>, Calls<T>> begin) {
    this.subscriber = subscriber;
    this.threads = threads;
    this.begin = begin;
  }

  @Override
  public void request(long count) {
    if (count <= 0) {
      refuse(count);
      return;
    }
    if (add(count)) {
      began(begin.apply(this));
    }
    deliver();
  }

  /** Returns whether this is the first request. */
  private synchronized boolean add(long count) {
    requested = requested + count < 0 ? Long.MAX_VALUE : requested + count;
    boolean first = !begun && !over;
    begun = true;
    return first;
  }

  private void began(Calls<T> now) {
    boolean cancelled;
    synchronized (this) {
      calls = now;
      cancelled = over;
    }
    if (cancelled) {
      now.stop();
    }
  }

  private void refuse(long count) {
    synchronized (this) {
      misuse = new IllegalArgumentException("At least one result must be requested: " + count);
    }
    deliver();
  }

  @Override
  public void cancel() {
    Calls<T> running;
    synchronized (this) {
      over = true;
      ready.clear();
      running = calls;
    }
    if (running != null) {
      running.stop();
    }
  }

  @Override
  public void add(HostResult<T> result) {
    synchronized (this) {
      if (!over) {
        ready.add(result);
      }
    }
    deliver();
  }

  @Override
  public void end() {
    synchronized (this) {
      ended = true;
    }
    deliver();
  }

  /** Has a thread deliver what there is, unless one already does. */
  private void deliver() {
    synchronized (this) {
      if (delivering || !hasNews()) {
        return;
      }
      delivering = true;
    }
    try {
      threads.execute(this::run);
    } catch (RejectedExecutionException closed) {
      // the fleet is closed; what there is can still be said
      run();
    }
  }

  private boolean hasNews() {
    return !over && (misuse != null || (ready.isEmpty() ? ended : requested > 0));
  }

  private void run() {
    try {
      for (Runnable news = next(); news != null; news = next()) {
        news.run();
      }
    } catch (RuntimeException | Error failure) {
      // a subscriber that throws is as good as gone
      cancel();
      throw failure;
    }
  }

  private synchronized @Nullable Runnable next() {
    if (!hasNews()) {
      delivering = false;
      return null;
    }
    if (misuse != null) {
      Throwable why = misuse;
      cancel();
      return () -> subscriber.onError(why);
    }
    HostResult<T> result = ready.poll();
    if (result == null) {
      over = true;
      return subscriber::onComplete;
    }
    requested--;
    return () -> subscriber.onNext(result);
  }
}
