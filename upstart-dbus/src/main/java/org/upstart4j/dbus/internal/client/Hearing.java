package org.upstart4j.dbus.internal.client;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.upstart4j.Deadline;
import org.upstart4j.Subscription;
import org.upstart4j.UpstartException;
import org.upstart4j.UpstartListener;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.dbus.internal.Interfaces;
import org.upstart4j.dbus.internal.wire.Bus;
import org.upstart4j.dbus.internal.wire.Incoming;
import org.upstart4j.dbus.internal.wire.Kind;
import org.upstart4j.spi.Listeners;

/**
 * Brings signals to listeners. When the connection is lost while somebody listens, it is made again
 * as soon as that is possible, and the listeners are told what jobs came and went meanwhile. All of
 * this happens on one thread, so that listeners are told in the right order.
 */
final class Hearing implements Connection.Listener, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Hearing.class);

  private static final int FIRST_PAUSE_MILLIS = 50;
  private static final int LAST_PAUSE_MILLIS = 1000;
  private static final String UPSTART_S = "type='signal',sender='" + Interfaces.BUS_NAME + "'";
  private static final String COMES_AND_GOES =
      "type='signal',sender='"
          + Bus.NAME
          + "',member='NameOwnerChanged',arg0='"
          + Interfaces.BUS_NAME
          + "'";

  private final Client client;
  private final Listeners listeners =
      new Listeners(failure -> LOG.warn("A listener has failed", failure));
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(run -> Client.daemon(run, "upstart-dbus-signals"));
  private final SignalReader reader;

  private volatile @Nullable Link heard;
  private volatile String owner = "";
  private @Nullable Link matched;
  private Set<String> jobs = new HashSet<>();
  private boolean lost;

  Hearing(Client client) {
    this.client = client;
    this.reader = new SignalReader(client.names());
  }

  /** Lets a listener hear what happens from now on. */
  Subscription subscribe(UpstartListener listener) {
    CompletableFuture<Subscription> subscription =
        CompletableFuture.supplyAsync(
            () -> {
              hear();
              return listeners.add(listener);
            },
            this::execute);
    return Deadline.of(client.limit()).await(subscription, "the subscription");
  }

  private void execute(Runnable work) {
    try {
      thread.execute(work);
    } catch (RejectedExecutionException closed) {
      throw new UpstartUnavailableException("The connection to Upstart was closed", closed);
    }
  }

  /** Begins to listen, unless that has been done. */
  private void hear() {
    Link link = client.link();
    if (link == heard) {
      return;
    }
    listen(link);
    Set<String> before = jobs;
    Set<String> now;
    try {
      now = new HashSet<>(client.jobs().values());
    } catch (RuntimeException failure) {
      heard = null;
      throw failure;
    }
    jobs = now;
    if (lost) {
      lost = false;
      listeners.tell(
          listener -> listener.connectionRegained(without(now, before), without(before, now)));
    }
  }

  private static Set<String> without(Set<String> all, Set<String> some) {
    Set<String> rest = new HashSet<>(all);
    rest.removeAll(some);
    return Set.copyOf(rest);
  }

  private void listen(Link link) {
    if (link.isBus()) {
      Bus bus = new Bus(link.wire());
      if (matched != link) {
        bus.hear(UPSTART_S);
        bus.hear(COMES_AND_GOES);
        matched = link;
      }
      owner = bus.ownerOf(Interfaces.BUS_NAME);
    }
    // from here on signals wait for what follows
    heard = link;
  }

  @Override
  public void received(Link link, Incoming message) {
    if (message.kind() != Kind.SIGNAL || link != heard) {
      return;
    }
    if (!link.isBus() || owner.equals(message.sender())) {
      enqueue(() -> reader.read(message).ifPresent(this::tell));
    } else if (message.member().equals("NameOwnerChanged") && Bus.NAME.equals(message.sender())) {
      UpstartUnavailableException gone =
          new UpstartUnavailableException("Upstart has left the bus " + link.wire(), null);
      enqueue(() -> lose(link, gone));
    }
  }

  @Override
  public void ended(Link link, UpstartUnavailableException reason) {
    if (link == heard) {
      enqueue(() -> lose(link, reason));
    }
  }

  private void enqueue(Runnable work) {
    try {
      thread.execute(work);
    } catch (RejectedExecutionException closed) {
      LOG.trace("Nobody listens any more", closed);
    }
  }

  private void tell(Consumer<UpstartListener> call) {
    call.accept(known);
    listeners.tell(call);
  }

  private void lose(Link link, UpstartUnavailableException reason) {
    if (link != heard) {
      return;
    }
    heard = null;
    if (!listeners.isEmpty()) {
      lost = true;
      listeners.tell(listener -> listener.connectionLost(reason));
      retry(FIRST_PAUSE_MILLIS);
    }
  }

  private void retry(int pauseMillis) {
    if (listeners.isEmpty()) {
      lost = false;
      return;
    }
    try {
      hear();
    } catch (UpstartException notYet) {
      LOG.trace("Upstart can't be reached yet", notYet);
      int pause = Math.min(2 * pauseMillis, LAST_PAUSE_MILLIS);
      schedule(() -> retry(pause), pauseMillis);
    }
  }

  private void schedule(Runnable work, int millis) {
    try {
      thread.schedule(work, millis, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException closed) {
      LOG.trace("Nobody listens any more", closed);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
    listeners.close();
  }

  /** Keeps in mind what jobs there are. */
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
