package org.upstart4j.dbus.internal.client;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Capability;
import org.upstart4j.Deadline;
import org.upstart4j.JobFailedException;
import org.upstart4j.Subscription;
import org.upstart4j.UnknownInstanceException;
import org.upstart4j.UnknownJobException;
import org.upstart4j.UpstartError;
import org.upstart4j.UpstartListener;
import org.upstart4j.UpstartTimeoutException;
import org.upstart4j.Version;
import org.upstart4j.Wait;
import org.upstart4j.dbus.internal.wire.Incoming;
import org.upstart4j.dbus.internal.wire.Kind;

/**
 * Asks an Upstart. Thread-safe; any number of requests may be under way at once, over one
 * connection.
 */
public final class Client implements AutoCloseable {

  /**
   * What a system bus allows to be unanswered at once is 128, those that wait for jobs included.
   */
  private static final int BUS_WINDOW = 60;

  private static final int WINDOW = 4096;

  private final Wait limit;
  private final Connection connection;
  private final Names names = new Names(this);
  private final Hearing hearing;
  private final Executor callbacks = callbacks();

  /**
   * Makes a client that connects when it is first needed.
   *
   * @param address where to connect to, asked for each time
   * @param name the name that Upstart has if that is a bus; else null
   * @param limit how long to wait for answers that don't depend on jobs
   */
  public Client(Supplier<String> address, @Nullable String name, Duration limit) {
    this.limit = Wait.atMost(limit);
    this.hearing = new Hearing(this);
    this.connection = new Connection(new Connection.Target(address, name, limit), hearing);
  }

  private static Executor callbacks() {
    ThreadPoolExecutor one =
        new ThreadPoolExecutor(
            1,
            1,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            run -> ClientThreads.daemon(run, "upstart-dbus-callbacks"));
    one.allowCoreThreadTimeOut(true);
    return one;
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
      CompletableFuture<Link> link = connection.link();
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
   * @param read makes the result of the answer's values
   */
  public <T extends @Nullable Object> T ask(
      Request request, Wait wait, Function<List<Object>, T> read) {
    Deadline deadline = Deadline.of(wait);
    Link link = link(deadline);
    return await(request, link.send(request), deadline, read);
  }

  /** Asks over a connection, which is not made again for that. */
  <T extends @Nullable Object> T ask(Link link, Request request, Function<List<Object>, T> read) {
    return await(request, link.send(request), Deadline.of(limit), read);
  }

  /** Asks what Upstart answers by itself. */
  public <T extends @Nullable Object> T ask(Request request, Function<List<Object>, T> read) {
    return ask(request, limit, read);
  }

  /**
   * Asks a job or an instance to change, and waits for that. If it fails meanwhile, the error says
   * how.
   */
  public <T extends @Nullable Object> T change(
      Request request, Wait wait, Function<List<Object>, T> read) {
    if (!wait.waits()) {
      return ask(request, read);
    }
    Deadline deadline = Deadline.of(wait);
    Link link = link(deadline);
    try (FailureWatch watch = new FailureWatch(link, request.object().path())) {
      try {
        return await(request, send(link, request, watch), deadline, read);
      } catch (JobFailedException failed) {
        throw watch.explained(failed);
      }
    }
  }

  private static CompletableFuture<Incoming> send(Link link, Request request, FailureWatch watch) {
    CompletableFuture<Incoming> answer = link.send(request);
    CompletableFuture<Incoming> unused =
        answer.whenComplete((message, failure) -> watch.answered(message));
    return answer;
  }

  /** As {@link #change}, and completes the result on a thread that all such results share. */
  public <T extends @Nullable Object> CompletableFuture<T> changeLater(
      Request request, Function<List<Object>, T> read) {
    return connection
        .link()
        .thenCompose(
            link -> {
              FailureWatch watch = new FailureWatch(link, request.object().path());
              return send(link, request, watch)
                  .handleAsync(
                      (answer, failure) -> {
                        try (watch) {
                          return read(request, answered(answer, failure), read);
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

  private static <T extends @Nullable Object> T await(
      Request request,
      CompletableFuture<Incoming> answer,
      Deadline deadline,
      Function<List<Object>, T> read) {
    try {
      return read(request, deadline.await(answer, request.toString()), read);
    } finally {
      // so that an answer that comes too late is not waited for by anybody
      answer.cancel(false);
    }
  }

  /** Asks, and completes the result on a thread that all such results share. */
  public <T extends @Nullable Object> CompletableFuture<T> later(
      Request request, Function<List<Object>, T> read) {
    return connection
        .link()
        .thenCompose(link -> link.send(request))
        .handleAsync(
            (answer, failure) -> read(request, answered(answer, failure), read), callbacks);
  }

  /**
   * Asks a lot, without waiting for one answer before asking for the next.
   *
   * @param questions what to ask
   * @return the answers in the same order; null from jobs and instances that have gone
   */
  <T> List<@Nullable T> askAll(List<Question<T>> questions) {
    Link link = link();
    ArrayDeque<CompletableFuture<Incoming>> pending = new ArrayDeque<>();
    List<@Nullable T> answers = new ArrayList<>(questions.size());
    int sent = 0;
    try {
      while (answers.size() < questions.size()) {
        while (sent < questions.size() && (pending.isEmpty() || mayAsk(link))) {
          pending.add(link.send(questions.get(sent++).request()));
        }
        answers.add(answer(questions.get(answers.size()), pending.remove()));
      }
      return answers;
    } finally {
      pending.forEach(answer -> answer.cancel(false));
    }
  }

  private static boolean mayAsk(Link link) {
    return link.unanswered() < (link.isBus() ? BUS_WINDOW : WINDOW);
  }

  private <T> @Nullable T answer(Question<T> question, CompletableFuture<Incoming> answer) {
    try {
      return await(question.request(), answer, Deadline.of(limit), question.read());
    } catch (UnknownJobException | UnknownInstanceException gone) {
      return null;
    }
  }

  /** Returns what an answer says, or throws what it complains of. */
  static <T extends @Nullable Object> T read(
      Request request, Incoming answer, Function<List<Object>, T> read) {
    if (answer.kind() == Kind.ERROR) {
      throw request.errors().apply(new UpstartError(answer.errorName(), answer.text()));
    }
    try {
      return read.apply(answer.arguments());
    } catch (ClassCastException | IndexOutOfBoundsException | IllegalArgumentException rubbish) {
      throw answer.unexpected(request.toString());
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
              link.wire().passesFiles());
      link.features(known);
    }
    return known.capabilities();
  }

  /** Asks for the version. */
  public Version version() {
    return ask(
        RemoteObject.MANAGER.get("version"), values -> new Version(Values.textVariant(values)));
  }

  /** Returns the names behind paths. */
  public Names names() {
    return names;
  }

  /** Returns the names of all jobs, by their paths. */
  public Map<String, String> jobs() {
    Map<String, String> all = new LinkedHashMap<>();
    for (String path : ask(RemoteObject.MANAGER.call("GetAllJobs", ""), Values::paths)) {
      try {
        all.put(path, names.job(path));
      } catch (UnknownJobException gone) {
        // it went while the others were asked
      }
    }
    return all;
  }

  /** Lets a listener hear signals. */
  public Subscription subscribe(UpstartListener listener) {
    return hearing.subscribe(listener);
  }

  /** Ends the connection and all subscriptions. */
  @Override
  public void close() {
    connection.close();
    hearing.close();
  }
}
