package org.upstart4j;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A {@link Wait} that has begun: the moment at which its limit passes. */
public final class Deadline {

  private final Wait wait;
  private final long begun = System.nanoTime();

  private Deadline(Wait wait) {
    this.wait = wait;
  }

  /**
   * Begins to wait.
   *
   * @param wait how long
   * @return the deadline
   */
  public static Deadline of(Wait wait) {
    return new Deadline(wait);
  }

  /** {@return whether there is anything to wait for; false for {@link Wait#NO_WAIT}} */
  public boolean waits() {
    return wait.waits();
  }

  /**
   * {@return what is left of the wait, which may be nothing; the wait itself if it has no limit}
   */
  public Wait remaining() {
    return wait.limit().map(limit -> Wait.atMost(left(limit))).orElse(wait);
  }

  private Duration left(Duration limit) {
    Duration left = limit.minusNanos(System.nanoTime() - begun);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /**
   * Waits for a result.
   *
   * @param <T> what the result is
   * @param result where it comes
   * @param what what the caller waits for, to complete "while waiting for" in errors
   * @return the result
   * @throws UpstartTimeoutException if the limit passes before
   * @throws UpstartInterruptedException if the thread is interrupted before
   * @throws UpstartException the result's own failure, with the waiting thread in its stack trace
   */
  public <T extends @Nullable Object> T await(CompletableFuture<T> result, String what) {
    try {
      return wait.limit().isEmpty()
          ? result.get()
          : result.get(nanos(wait.limit().get()), TimeUnit.NANOSECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new UpstartInterruptedException(what, interrupted);
    } catch (TimeoutException late) {
      throw late(what);
    } catch (ExecutionException failure) {
      throw unwrap(failure.getCause());
    }
  }

  private static RuntimeException unwrap(@Nullable Throwable failure) {
    if (failure instanceof UpstartException known) {
      known.fillInStackTrace();
      return known;
    }
    if (failure instanceof RuntimeException unchecked) {
      return unchecked;
    }
    return new CompletionException(failure);
  }

  /**
   * Waits for the next element of a queue.
   *
   * @param <T> what the elements are
   * @param queue the queue
   * @param what what the caller waits for, to complete "while waiting for" in errors
   * @return the element
   * @throws UpstartTimeoutException if the limit passes before, at once for {@link Wait#NO_WAIT}
   * @throws UpstartInterruptedException if the thread is interrupted before
   */
  public <T> T poll(BlockingQueue<T> queue, String what) {
    try {
      T next =
          wait.waits() && wait.limit().isEmpty()
              ? queue.take()
              : queue.poll(nanos(wait.limit().orElse(Duration.ZERO)), TimeUnit.NANOSECONDS);
      if (next == null) {
        throw late(what);
      }
      return next;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new UpstartInterruptedException(what, interrupted);
    }
  }

  /**
   * Sleeps, but not beyond the limit.
   *
   * @param pause how long to sleep
   * @param what what the caller waits for, to complete "while waiting for" in errors
   * @throws UpstartTimeoutException if the limit passes before, at once for {@link Wait#NO_WAIT}
   * @throws UpstartInterruptedException if the thread is interrupted
   */
  public void sleep(Duration pause, String what) {
    long nanos = pause.toNanos();
    if (!wait.waits() || wait.limit().isPresent()) {
      long left = nanos(wait.limit().orElse(Duration.ZERO));
      if (left == 0) {
        throw late(what);
      }
      nanos = Math.min(nanos, left);
    }
    try {
      TimeUnit.NANOSECONDS.sleep(nanos);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new UpstartInterruptedException(what, interrupted);
    }
  }

  private long nanos(Duration limit) {
    Duration left = left(limit);
    // 292 years
    return left.compareTo(Duration.ofNanos(Long.MAX_VALUE)) < 0 ? left.toNanos() : Long.MAX_VALUE;
  }

  private UpstartTimeoutException late(String what) {
    return new UpstartTimeoutException(what, wait.limit().orElse(Duration.ZERO));
  }
}
