package org.upstart4j.dbus.internal.client;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Capability;
import org.upstart4j.Deadline;
import org.upstart4j.JobFailedException;
import org.upstart4j.Subscription;
import org.upstart4j.UnknownInstanceException;
import org.upstart4j.UnknownJobException;
import org.upstart4j.UpstartListener;
import org.upstart4j.UpstartTimeoutException;
import org.upstart4j.Version;
import org.upstart4j.Wait;
import org.upstart4j.dbus.internal.wire.Incoming;
import org.upstart4j.dbus.internal.wire.Route;
import org.upstart4j.spi.SharedThreads;
import org.upstart4j.spi.Turns;

/**
 * Sends requests to an Upstart. Thread-safe; any number of requests may be under way at once, over
 * one connection.
 */
public final class DbusClient implements AutoCloseable {

  /** A system bus allows 128 unanswered calls at once, including those that wait for jobs. */
  private static final int BUS_WINDOW = 60;

  private static final int WINDOW = 4096;

  private static final DbusRequest ALL_JOBS = RemoteObject.MANAGER.call("GetAllJobs", "");

  private final Wait limit;
  private final SharedLink shared;
  private final ObjectNames names;
  private final SignalDelivery delivery;
  private final Turns callbacks = new Turns();

  /**
   * Makes a client that connects when it is first needed.
   *
   * @param route the way to Upstart; taken each time
   * @param name Upstart's name, should a bus be there
   * @param limit how long to wait for answers that don't depend on jobs
   */
  public DbusClient(Route route, String name, Duration limit) {
    this.limit = Wait.atMost(limit);
    this.names = new ObjectNames(this::link, this.limit);
    this.delivery = new SignalDelivery(this);
    this.shared = new SharedLink(new SharedLink.Target(route, name, limit), delivery);
  }

  /** How long to wait for answers that don't depend on jobs. */
  Wait limit() {
    return limit;
  }

  /**
   * Returns how long to wait for the answer to a command.
   *
   * @param wait how long to wait for what it sets off
   */
  public Wait answering(Wait wait) {
    return wait.waits() ? wait : limit;
  }

  Link link() {
    return link(Deadline.of(limit));
  }

  private Link link(Deadline deadline) {
    while (true) {
      CompletableFuture<Link> link = shared.link();
      try {
        return deadline.await(link, "the connection");
      } catch (UpstartTimeoutException late) {
        // an attempt that began before this wait may end before it, too
        if (!link.isDone()) {
          throw late;
        }
      }
    }
  }

  /**
   * Asks, and waits for the answer.
   *
   * @param request what to ask
   * @param wait how long to wait
   * @param read makes the result from the answer's values
   */
  public <T extends @Nullable Object> T ask(
      DbusRequest request, Wait wait, Function<List<Object>, T> read) {
    Deadline deadline = Deadline.of(wait);
    Link link = link(deadline);
    return Answers.await(request, link.send(request), deadline, read);
  }

  /** Asks for what Upstart answers at once. */
  public <T extends @Nullable Object> T ask(DbusRequest request, Function<List<Object>, T> read) {
    return ask(request, limit, read);
  }

  /**
   * Asks a job or an instance to change, and waits for that. If it fails meanwhile, the error says
   * how.
   */
  public <T extends @Nullable Object> T change(
      DbusRequest request, Wait wait, Function<List<Object>, T> read) {
    if (!wait.waits()) {
      return ask(request, read);
    }
    Deadline deadline = Deadline.of(wait);
    Link link = link(deadline);
    try (FailureWatch watch = new FailureWatch(link, request.object().path())) {
      try {
        return Answers.await(request, send(link, request, watch), deadline, read);
      } catch (JobFailedException failed) {
        throw watch.explained(failed);
      }
    }
  }

  private static CompletableFuture<Incoming> send(
      Link link, DbusRequest request, FailureWatch watch) {
    CompletableFuture<Incoming> answer = link.send(request);
    CompletableFuture<Incoming> unused =
        answer.whenComplete((message, failure) -> watch.answered(message));
    return answer;
  }

  /**
   * Like {@link #change}, but completes the result later, in a turn of those that all such results
   * share.
   */
  public <T extends @Nullable Object> CompletableFuture<T> changeLater(
      DbusRequest request, Function<List<Object>, T> read) {
    return shared
        .link()
        .thenCompose(
            link -> {
              FailureWatch watch = new FailureWatch(link, request.object().path());
              return send(link, request, watch)
                  .handleAsync(
                      (answer, failure) -> {
                        try (watch) {
                          return Answers.read(request, answered(answer, failure), read);
                        } catch (JobFailedException failed) {
                          throw watch.explained(failed);
                        }
                      },
                      callbacks);
            });
  }

  private static Incoming answered(Incoming answer, @Nullable Throwable failure) {
    if (failure != null) {
      throw failure instanceof CompletionException wrapped
          ? wrapped
          : new CompletionException(failure);
    }
    return answer;
  }

  /** Asks, and completes the result later, in a turn of those that all such results share. */
  public <T extends @Nullable Object> CompletableFuture<T> later(
      DbusRequest request, Function<List<Object>, T> read) {
    return shared
        .link()
        .thenCompose(link -> link.send(request))
        .handleAsync(
            (answer, failure) -> Answers.read(request, answered(answer, failure), read), callbacks);
  }

  /**
   * Sends many requests without waiting for each answer in turn.
   *
   * @param queries what to ask
   * @return the answers in the same order; null for jobs and instances that are gone
   */
  <T> List<@Nullable T> askAll(List<Query<T>> queries) {
    Link link = link();
    ArrayDeque<CompletableFuture<Incoming>> pending = new ArrayDeque<>();
    List<@Nullable T> answers = new ArrayList<>(queries.size());
    int sent = 0;
    try {
      while (answers.size() < queries.size()) {
        while (sent < queries.size() && (pending.isEmpty() || mayAsk(link))) {
          pending.add(link.send(queries.get(sent++).request()));
        }
        answers.add(answer(queries.get(answers.size()), pending.remove()));
      }
      return answers;
    } finally {
      pending.forEach(answer -> answer.cancel(false));
    }
  }

  private static boolean mayAsk(Link link) {
    return link.unanswered() < (link.isBus() ? BUS_WINDOW : WINDOW);
  }

  private <T> @Nullable T answer(Query<T> query, CompletableFuture<Incoming> answer) {
    try {
      return Answers.await(query.request(), answer, Deadline.of(limit), query.read());
    } catch (UnknownJobException | UnknownInstanceException gone) {
      return null;
    }
  }

  /** Returns what the Upstart at the other end can do. */
  public Set<Capability> capabilities() {
    Link link = link();
    Features known = link.features();
    if (known == null) {
      known =
          new Features(
              ask(RemoteObject.MANAGER.introspect(), Values::text),
              version(),
              link.connection().passesFiles());
      link.features(known);
    }
    return known.capabilities();
  }

  /** Asks for the version. */
  public Version version() {
    return ask(
        RemoteObject.MANAGER.get("version"), values -> new Version(Values.textVariant(values)));
  }

  /** Returns the names of objects by their paths. */
  public ObjectNames names() {
    return names;
  }

  /** Returns the names of all jobs, by their paths. */
  public Map<String, String> jobs() {
    return namesOf(ask(ALL_JOBS, Values::paths));
  }

  private Map<String, String> namesOf(List<String> paths) {
    Map<String, String> all = new LinkedHashMap<>();
    for (String path : paths) {
      try {
        all.put(path, names.job(path));
      } catch (UnknownJobException gone) {
        // it went away while the others were asked
      }
    }
    return all;
  }

  /** Asks for the names of all jobs, over a connection. The result comes on any thread. */
  CompletableFuture<Set<String>> jobs(Link link) {
    return link.send(ALL_JOBS)
        .thenApplyAsync(
            answer -> {
              List<String> paths = Answers.read(ALL_JOBS, answer, Values::paths);
              return new HashSet<>(namesOf(paths).values());
            },
            SharedThreads.ALL);
  }

  /** Returns the connection, which may still have to be made. */
  CompletableFuture<Link> connected() {
    return shared
        .link()
        .exceptionallyCompose(
            failure ->
                // an attempt that began before this wait may end before it, too
                failure instanceof UpstartTimeoutException
                    ? shared.link()
                    : CompletableFuture.failedFuture(failure));
  }

  /** Subscribes a listener to signals. */
  public Subscription subscribe(UpstartListener listener) {
    return delivery.subscribe(listener);
  }

  /** Ends the connection and all subscriptions. */
  @Override
  public void close() {
    shared.close();
    delivery.close();
  }
}
