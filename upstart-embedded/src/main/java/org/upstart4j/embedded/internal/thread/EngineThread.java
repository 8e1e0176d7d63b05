package org.upstart4j.embedded.internal.thread;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.upstart4j.UpstartUnavailableException;

/**
 * The one thread that owns all of an engine's state. It takes what comes from its inbox, one thing
 * in each turn, and then goes through the events until nothing more can be done.
 *
 * <p>A thread that brings a command may take the turn itself while nothing is under way: it is the
 * engine's thread for that long. Whoever has the turn holds a lock.
 */
public final class EngineThread {

  private static final Logger LOG = LoggerFactory.getLogger("org.upstart4j.embedded");

  /** How long a close waits for the thread. */
  private static final long CLOSE_MILLIS = 10_000;

  private final Inbox inbox;
  private final Events events;
  private final Map<Long, CompletableFuture<?>> replies = new ConcurrentHashMap<>();
  private final AtomicLong asked = new AtomicLong();
  private final ReentrantLock turn = new ReentrantLock();
  private volatile @Nullable Thread thread;
  private volatile boolean closed;
  private volatile @Nullable Throwable lastFault;
  private boolean pollsEvents = true;

  /** The events that the thread goes through after each thing that it has done. */
  public interface Events {

    /** Goes through them until nothing more can be done with any. */
    void poll();

    /** Says whether one was emitted that no job has seen yet. */
    boolean hasPending();
  }

  /** Makes a thread that does not run yet. */
  public EngineThread(Inbox inbox, Events events) {
    this.inbox = inbox;
    this.events = events;
  }

  /** Starts the thread; called once. */
  public void start() {
    Thread started = DaemonThreads.single("upstart-engine").newThread(this::run);
    thread = started;
    started.start();
  }

  private void run() {
    while (!closed) {
      try {
        inbox.await();
        takeNext();
      } catch (InterruptedException interrupted) {
        LOG.debug("The engine's thread was interrupted; it goes on", interrupted);
      }
    }
  }

  /** Another thread may have taken by then what was in the inbox. */
  private void takeNext() {
    turn.lock();
    try {
      Runnable next = inbox.poll();
      if (next != null && !closed) {
        take(next);
      }
    } finally {
      turn.unlock();
    }
  }

  private void take(Runnable work) {
    try {
      pollsEvents = true;
      work.run();
      if (pollsEvents) {
        events.poll();
      }
    } catch (RuntimeException | Error fault) {
      LOG.error("The engine has a fault; it goes on", fault);
      lastFault = fault;
    }
  }

  /** Returns what was wrong with the engine itself last, or null. */
  public @Nullable Throwable lastFault() {
    return lastFault;
  }

  /** Says whether this is the engine's thread, at least for now. */
  public boolean isCurrent() {
    return turn.isHeldByCurrentThread();
  }

  /** Says whether it has been closed. */
  public boolean isClosed() {
    return closed;
  }

  /** Does something on the engine's thread, unless it is closed. */
  public void post(Runnable work) {
    inbox.post(work);
  }

  /**
   * Does on the engine's thread what a client asks for. As in Upstart, where commands come last in
   * each turn, it ends the turn: events that it lets go of without emitting another one are
   * finished in the next turn, whatever brings that about.
   */
  public void postCommand(Runnable work) {
    post(command(work));
  }

  private Runnable command(Runnable work) {
    return () -> {
      events.poll();
      work.run();
      pollsEvents = events.hasPending();
    };
  }

  /**
   * Does what a client asks for as {@link #postCommand} does, but at once and on the caller's own
   * thread if nothing else is under way: no thread has to wake up for it. The caller must hold no
   * lock that the engine could wait for.
   */
  public void takeCommand(Runnable work) {
    if (isCurrent() || !turn.tryLock()) {
      postCommand(work);
      return;
    }
    try {
      takeAfterAllBefore(command(work));
    } finally {
      turn.unlock();
    }
  }

  private void takeAfterAllBefore(Runnable work) {
    if (thread == null) {
      post(work);
      return;
    }
    for (int before = inbox.size(); before > 0 && !closed; before--) {
      Runnable next = inbox.poll();
      if (next != null) {
        take(next);
      }
    }
    if (!closed) {
      take(work);
    }
  }

  /**
   * Does something on the engine's thread.
   *
   * @return what came of it, done on the engine's thread
   */
  public <T extends @Nullable Object> CompletableFuture<T> submit(Supplier<T> work) {
    return submitAndWait(reply -> reply.complete(work.get()));
  }

  /**
   * Does something on the engine's thread that completes its reply, then or later. The engine's
   * thread itself does it at once.
   *
   * @return the reply, done on the engine's thread
   */
  public <T extends @Nullable Object> CompletableFuture<T> submitAndWait(
      Consumer<CompletableFuture<T>> work) {
    CompletableFuture<T> reply = new CompletableFuture<>();
    Long number = asked.incrementAndGet();
    replies.put(number, reply);
    CompletableFuture<T> unused = reply.whenComplete((result, failure) -> replies.remove(number));
    if (isCurrent()) {
      complete(reply, work);
    } else {
      post(() -> complete(reply, work));
    }
    if (closed) {
      reply.completeExceptionally(new UpstartUnavailableException("This Upstart is closed", null));
    }
    return reply;
  }

  private static <T extends @Nullable Object> void complete(
      CompletableFuture<T> reply, Consumer<CompletableFuture<T>> work) {
    try {
      work.accept(reply);
    } catch (RuntimeException failure) {
      reply.completeExceptionally(failure);
    } catch (Error fault) {
      reply.completeExceptionally(fault);
      throw fault;
    }
  }

  /** Waits until there is nothing to do until time goes on or something comes from outside. */
  public void settle() {
    try {
      this.<@Nullable Void>submitAndWait(this::settle).join();
    } catch (CompletionException wasClosed) {
      LOG.trace("Closed, so that nothing more happens", wasClosed);
    }
  }

  /**
   * Has no effect before everything else is done: whether it comes before or after what that posts
   * would depend on the threads.
   */
  private void settle(CompletableFuture<@Nullable Void> reply) {
    if (inbox.isEmpty()) {
      events.poll();
    }
    if (inbox.isEmpty()) {
      reply.complete(null);
    } else {
      pollsEvents = false;
      post(() -> settle(reply));
    }
  }

  /**
   * Ends the thread, and fails the replies that are still awaited. Waits for the thread, unless it
   * is the one that calls this.
   *
   * @return whether it was not closed before
   */
  public boolean close() {
    if (closed) {
      return false;
    }
    closed = true;
    post(() -> {});
    if (!isCurrent()) {
      join();
    }
    replies.forEach(
        (number, reply) ->
            reply.completeExceptionally(
                new UpstartUnavailableException("This Upstart was closed", null)));
    return true;
  }

  private void join() {
    Thread running = thread;
    if (running == null) {
      return;
    }
    try {
      running.join(CLOSE_MILLIS);
      // another thread may have the last turn
      if (turn.tryLock(CLOSE_MILLIS, TimeUnit.MILLISECONDS)) {
        turn.unlock();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
