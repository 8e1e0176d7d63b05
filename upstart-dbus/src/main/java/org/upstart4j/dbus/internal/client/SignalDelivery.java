package org.upstart4j.dbus.internal.client;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.upstart4j.Deadline;
import org.upstart4j.Subscription;
import org.upstart4j.UpstartListener;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.dbus.internal.wire.Backoff;
import org.upstart4j.dbus.internal.wire.Bus;
import org.upstart4j.dbus.internal.wire.Incoming;
import org.upstart4j.dbus.internal.wire.Memory;
import org.upstart4j.dbus.internal.wire.MessageType;
import org.upstart4j.dbus.internal.wire.OpenFiles;
import org.upstart4j.spi.Listeners;
import org.upstart4j.spi.Turns;

/**
 * Delivers signals to listeners. If the connection is lost while anybody listens, this reconnects
 * as soon as it can, and tells the listeners which jobs came and went meanwhile. All of this
 * happens in turns, so that listeners hear everything in order; while it waits for the other side,
 * it has no thread.
 */
final class SignalDelivery implements SharedLink.Listener, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SignalDelivery.class);

  /** Few connect again at once, however many have lost their connections. */
  private static final Gate RECONNECTING = new Gate(8);

  private static final String UPSTART_S = "type='signal',sender='%s'";
  private static final String COMES_AND_GOES =
      "type='signal',sender='" + Bus.NAME + "',member='NameOwnerChanged',arg0='%s'";

  private final DbusClient client;
  private final Listeners listeners =
      new Listeners(failure -> LOG.warn("A listener has failed", failure));
  private final Turns turns = new Turns();
  private final SignalReader reader;
  private final Backoff backoff = new Backoff();

  /** Where signals come from, and on a bus, from whom: what the thread that reads must know. */
  private volatile @Nullable Link heard;

  private volatile String owner = "";

  /** Lets another reconnect. */
  private volatile Runnable leave = () -> {};

  private @Nullable Link matched;
  private Set<String> jobs = new HashSet<>();
  private String heardOwner = "";
  private boolean hearing;
  private boolean lost;
  private boolean retrying;

  SignalDelivery(DbusClient client) {
    this.client = client;
    this.reader = new SignalReader(client.names());
  }

  /** Subscribes a listener to what happens from now on. */
  Subscription subscribe(UpstartListener listener) {
    CompletableFuture<Subscription> subscription = new CompletableFuture<>();
    execute(() -> subscribe(listener, subscription));
    try {
      return Deadline.of(client.limit()).await(subscription, "the subscription");
    } catch (RuntimeException failure) {
      subscription.cancel(false);
      throw failure;
    }
  }

  private void subscribe(UpstartListener listener, CompletableFuture<Subscription> subscription) {
    CompletableFuture<Heard> attempt =
        hear(
            failure -> {
              if (failure != null) {
                subscription.completeExceptionally(failure);
                return;
              }
              Subscription added = listeners.add(listener);
              if (!subscription.complete(added)) {
                added.close();
              }
            });
    CompletableFuture<Subscription> unused =
        subscription.whenComplete((done, failure) -> attempt.cancel(false));
  }

  private void execute(Runnable work) {
    try {
      turns.execute(work);
    } catch (RejectedExecutionException closed) {
      throw new UpstartUnavailableException("The connection to Upstart was closed", closed);
    }
  }

  /**
   * Begins to listen, unless it already does. Nothing else happens until that has worked or failed,
   * or was cancelled.
   *
   * @param then told in the same turn that it worked, by null, or why not
   */
  private CompletableFuture<Heard> hear(Consumer<@Nullable Throwable> then) {
    CompletableFuture<Heard> attempt = client.connected().thenCompose(this::listen);
    turns.await(
        attempt,
        (begun, failure) -> {
          if (begun != null) {
            begin(begun);
          }
          then.accept(failure);
        });
    return attempt;
  }

  /** What it is to listen to, and the jobs that are there. */
  private record Heard(Link link, Set<String> jobs) {}

  private CompletableFuture<Heard> listen(Link link) {
    if (hearing && link == heard) {
      return CompletableFuture.completedFuture(new Heard(link, jobs));
    }
    listenTo(link);
    return client.jobs(link).thenApply(now -> new Heard(link, now));
  }

  private void begin(Heard begun) {
    Set<String> before = jobs;
    Set<String> now = begun.jobs();
    jobs = now;
    hearing = true;
    backoff.worked();
    if (lost) {
      lost = false;
      Set<String> came = without(now, before);
      Set<String> gone = without(before, now);
      listeners.tell(listener -> listener.connectionRegained(came, gone));
    }
  }

  private static Set<String> without(Set<String> all, Set<String> some) {
    Set<String> rest = new HashSet<>(all);
    rest.removeAll(some);
    return Set.copyOf(rest);
  }

  private void listenTo(Link link) {
    if (link.isBus()) {
      Bus bus = new Bus(link.connection());
      if (matched != link) {
        bus.hear(UPSTART_S.formatted(link.name()));
        bus.hear(COMES_AND_GOES.formatted(link.name()));
        matched = link;
      }
      owner = bus.ownerOf(link.name());
      heardOwner = owner;
    }
    // from here on, signals are queued until this is done
    heard = link;
  }

  @Override
  public void received(Link link, Incoming message) {
    if (message.type() == MessageType.CALL) {
      OpenFiles.close(message.files());
    }
    if (message.type() == MessageType.SIGNAL && link == heard) {
      hear(link, message);
    } else {
      link.connection().done(message);
    }
  }

  private void hear(Link link, Incoming signal) {
    if (!link.isBus() || owner.equals(signal.sender())) {
      // counts against the memory until it is told, so that a flood ends the connection and not
      // this program
      enqueue(() -> tell(link, signal));
      return;
    }
    if (isChangeOfOwner(signal)) {
      List<Object> change = signal.arguments();
      owner = (String) change.get(2);
      enqueue(() -> ownerChanged(link, (String) change.get(1)));
    }
    link.connection().done(signal);
  }

  private static boolean isChangeOfOwner(Incoming signal) {
    return signal.member().equals("NameOwnerChanged")
        && Bus.NAME.equals(signal.sender())
        && signal.hasSignature("sss");
  }

  private void tell(Link link, Incoming signal) {
    if (hearing) {
      reader
          .read(link, signal)
          .ifPresent(
              call -> {
                call.accept(known);
                listeners.tell(call);
              });
    }
    link.connection().done(signal);
    if (jobs.size() > Memory.VALUES) {
      LOG.warn("{} has more jobs than the heap allows, and is closed", link.connection());
      link.connection().close();
    }
  }

  /** What the new owner sends is queued after this, and so is heard. */
  private void ownerChanged(Link link, String former) {
    if (hearing && former.equals(heardOwner)) {
      lose(new UpstartUnavailableException("Upstart has left the bus " + link.connection(), null));
    } else if (lost) {
      retry();
    }
  }

  @Override
  public void ended(Link link, UpstartUnavailableException reason) {
    if (link == heard) {
      enqueue(() -> lose(reason));
    }
  }

  private void enqueue(Runnable work) {
    try {
      turns.execute(work);
    } catch (RejectedExecutionException closed) {
      LOG.trace("Nobody listens any more", closed);
      leave.run();
    }
  }

  private void lose(UpstartUnavailableException reason) {
    if (hearing && !listeners.isEmpty()) {
      lost = true;
      listeners.tell(listener -> listener.connectionLost(reason));
    }
    hearing = false;
    retryLater();
  }

  private void retryLater() {
    if (listeners.isEmpty()) {
      lost = false;
    } else if (lost && !retrying) {
      retrying = true;
      CompletableFuture.delayedExecutor(backoff.failed().toMillis(), MILLISECONDS, Runnable::run)
          .execute(() -> RECONNECTING.enter(this::retry));
    }
  }

  private void retry(Runnable entered) {
    leave = entered;
    enqueue(
        () -> {
          retrying = false;
          retry();
        });
  }

  private void retry() {
    if (!lost || listeners.isEmpty()) {
      leave.run();
      return;
    }
    CompletableFuture<Heard> attempt =
        hear(
            failure -> {
              leave.run();
              if (failure != null) {
                LOG.trace("Upstart can't be reached yet", failure);
                retryLater();
              }
            });
    client.limit().limit().ifPresent(limit -> attempt.orTimeout(limit.toMillis(), MILLISECONDS));
  }

  @Override
  public void close() {
    turns.close();
    leave.run();
    listeners.close();
  }

  /** Keeps track of the jobs. */
  private final UpstartListener known =
      new UpstartListener() {
        @Override
        public void jobAdded(String job) {
          jobs.add(job);
        }

        @Override
        public void jobRemoved(String job) {
          jobs.remove(job);
        }
      };
}
