package org.upstart4j.fleet.internal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does pieces of work on a limited number of threads, in the order in which they were added. A
 * piece that takes too long is interrupted and abandoned: another thread takes its place, so that
 * work that never returns holds up nobody. As many threads as the crew has may be lost in this way;
 * if still more are, what waits is given up. Thread-safe.
 *
 * <p>Each piece has exactly one result, whatever happens.
 */
public final class Crew {

  private final FleetThreads threads;
  private final int size;
  private final Duration limit;

  private final Deque<Piece<?>> waiting = new ArrayDeque<>();
  private final Set<Piece<?>> running = new LinkedHashSet<>();
  private int workers;
  private int lost;
  private long returned;
  private boolean watched;
  private boolean stopped;

  /**
   * Makes a crew that has nothing to do.
   *
   * @param size how many pieces it does at once
   * @param limit how long a piece may take
   */
  public Crew(FleetThreads threads, int size, Duration limit) {
    this.threads = threads;
    this.size = size;
    this.limit = limit;
  }

  /**
   * Adds a piece of work.
   *
   * @param work does it, and throws nothing
   * @param unfinished makes the result of work that has none
   * @param told told the result, on any thread; it must not wait
   */
  public <R> void add(
      Supplier<R> work, Function<Unfinished, R> unfinished, Consumer<? super R> told) {
    Piece<R> piece = new Piece<>(work, unfinished, told);
    if (enqueue(piece)) {
      fill();
      watchIfStuck();
    } else {
      piece.unfinished(Unfinished.NOT_BEGUN);
    }
  }

  private synchronized boolean enqueue(Piece<?> piece) {
    return !stopped && waiting.add(piece);
  }

  /** Begins nothing more, and interrupts what is under way. */
  public void stop() {
    stop(Unfinished.STOPPED, Unfinished.NOT_BEGUN);
  }

  /** Ends everything, as the time for all pieces together has passed. */
  public void expire() {
    stop(Unfinished.LATE, Unfinished.NO_TIME_LEFT);
  }

  private void stop(Unfinished begun, Unfinished notBegun) {
    List<Piece<?>> cut;
    List<Piece<?>> untried;
    // both at once, so that no thread begins meanwhile what nobody would end any more
    synchronized (this) {
      stopped = true;
      running.forEach(Piece::interrupt);
      cut = List.copyOf(running);
      lost += running.size();
      workers -= running.size();
      running.clear();
      untried = takeWaiting();
    }
    cut.forEach(piece -> piece.unfinished(begun));
    untried.forEach(piece -> piece.unfinished(notBegun));
  }

  /** What waits is not begun any more. */
  private void giveUp(Unfinished reason) {
    takeWaiting().forEach(piece -> piece.unfinished(reason));
  }

  private synchronized List<Piece<?>> takeWaiting() {
    List<Piece<?>> taken = List.copyOf(waiting);
    waiting.clear();
    return taken;
  }

  /** Begins threads, as far as there is work for them. */
  private void fill() {
    while (hire()) {
      try {
        threads.execute(this::work);
      } catch (RejectedExecutionException | OutOfMemoryError noThread) {
        if (dismiss()) {
          giveUp(Unfinished.NO_THREAD_LEFT);
        }
        return;
      }
    }
  }

  private synchronized boolean hire() {
    // a worker without a piece is about to take one
    boolean needed = waiting.size() > workers - running.size();
    boolean may = needed && workers < size && workers + lost < 2 * size;
    workers += may ? 1 : 0;
    return may;
  }

  private synchronized boolean dismiss() {
    workers--;
    return workers == 0;
  }

  private void work() {
    for (Piece<?> piece = next(); piece != null; piece = next()) {
      if (!piece.run()) {
        return;
      }
    }
  }

  private synchronized @Nullable Piece<?> next() {
    Piece<?> piece = waiting.poll();
    if (piece == null) {
      workers--;
    } else {
      piece.begin();
      running.add(piece);
    }
    return piece;
  }

  /** Returns whether the piece still was the crew's, and so its result counts. */
  private synchronized boolean finished(Piece<?> piece) {
    return running.remove(piece);
  }

  private void late(Piece<?> piece) {
    synchronized (this) {
      if (!running.remove(piece)) {
        return;
      }
      piece.interrupt();
      workers--;
      lost++;
    }
    piece.unfinished(Unfinished.LATE);
    fill();
    watchIfStuck();
  }

  /** If nobody is left to work, waits once more for as long for one of the lost to return. */
  private void watchIfStuck() {
    long before;
    synchronized (this) {
      if (watched || workers > 0 || waiting.isEmpty()) {
        return;
      }
      watched = true;
      before = returned;
    }
    threads.after(limit, () -> giveUpIfStuck(before));
  }

  private void giveUpIfStuck(long before) {
    boolean stuck;
    synchronized (this) {
      watched = false;
      stuck = workers == 0 && returned == before;
    }
    if (stuck) {
      giveUp(Unfinished.NO_THREAD_LEFT);
    } else {
      watchIfStuck();
    }
  }

  private void comeBack() {
    synchronized (this) {
      lost--;
      returned++;
    }
    fill();
  }

  /** A piece of work. What is not final belongs to the crew's lock. */
  private final class Piece<R> {

    private final Supplier<R> work;
    private final Function<Unfinished, R> unfinished;
    private final Consumer<? super R> told;
    private Thread thread = Thread.currentThread();
    private Runnable alarm = () -> {};

    Piece(Supplier<R> work, Function<Unfinished, R> unfinished, Consumer<? super R> told) {
      this.work = work;
      this.unfinished = unfinished;
      this.told = told;
    }

    void begin() {
      thread = Thread.currentThread();
      alarm = threads.after(limit, () -> late(this));
    }

    /** Interrupts the thread, which cannot have gone on to another piece yet. */
    void interrupt() {
      thread.interrupt();
    }

    /** Returns whether the thread can go on with another piece. */
    boolean run() {
      R result = work.get();
      alarm.run();
      boolean counts = finished(this);
      // it was meant for this piece
      Thread.interrupted();
      if (counts) {
        told.accept(result);
      } else {
        comeBack();
      }
      return counts;
    }

    void unfinished(Unfinished reason) {
      told.accept(unfinished.apply(reason));
    }
  }
}
