package org.upstart4j.fleet;

import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.upstart4j.Deadline;
import org.upstart4j.UpstartInterruptedException;
import org.upstart4j.Wait;

/** Keeps results until somebody takes them from a stream. Thread-safe. */
final class ResultQueue<T> implements Calls.Sink<T> {

  /** Nothing is the end. */
  private final BlockingQueue<Optional<HostResult<T>>> queue = new LinkedBlockingQueue<>();

  @Override
  public void add(HostResult<T> result) {
    queue.add(Optional.of(result));
  }

  @Override
  public void end() {
    queue.add(Optional.empty());
  }

  /**
   * Returns the results as they come.
   *
   * @param stop stops the calls; whoever is interrupted or closes the stream wants no more
   */
  Stream<HostResult<T>> stream(int size, Runnable stop) {
    Spliterator<HostResult<T>> results =
        new AbstractSpliterator<>(size, Spliterator.ORDERED | Spliterator.NONNULL) {
          @Override
          public boolean tryAdvance(Consumer<? super HostResult<T>> action) {
            Optional<HostResult<T>> next = next(stop);
            next.ifPresent(action);
            return next.isPresent();
          }
        };
    return StreamSupport.stream(results, false).onClose(stop);
  }

  private Optional<HostResult<T>> next(Runnable stop) {
    try {
      Optional<HostResult<T>> next =
          Deadline.of(Wait.FOREVER).poll(queue, "the answers of the hosts");
      if (next.isEmpty()) {
        // whoever asks again, or on another thread, finds the end again
        end();
      }
      return next;
    } catch (UpstartInterruptedException interrupted) {
      stop.run();
      throw interrupted;
    }
  }
}
