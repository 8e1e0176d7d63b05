package org.upstart4j.cli.init;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Takes signals for requests. */
final class SignalRequests {

  /** Upstart's own, and those by which containers are stopped. */
  private static final Map<String, Request> NAMED =
      new TreeMap<>(
          Map.of(
              "TERM", new Request.Stop("SIGTERM", "0", "HALT"),
              "INT", new Request.Stop("SIGINT", "0", "HALT"),
              "HUP", new Request.Reload(),
              "PWR", new Request.Power(),
              "USR1", new Request.JoinBus()));

  private static final int RTMIN = 34;

  /** By which systemd-nspawn and podman stop what they take for systemd. */
  private static final Map<Integer, Request> REAL_TIME =
      new TreeMap<>(
          Map.of(
              RTMIN + 3, new Request.Stop("SIGRTMIN+3", "0", "HALT"),
              RTMIN + 4, new Request.Stop("SIGRTMIN+4", "0", "POWEROFF"),
              RTMIN + 5, new Request.Stop("SIGRTMIN+5", "6", "")));

  private SignalRequests() {}

  /**
   * Takes signals from now on.
   *
   * @return which of them cannot be taken, and why
   */
  static List<String> take(Consumer<Request> requests) {
    List<String> refused = new ArrayList<>();
    NAMED.forEach(
        (name, request) ->
            take(
                "SIG" + name,
                () -> SignalClass.OPEN.handle(name, () -> requests.accept(request)),
                refused));
    REAL_TIME.forEach(
        (number, request) ->
            take(
                "SIGRTMIN+" + (number - RTMIN),
                () -> SignalClass.INNER.handle(number, () -> requests.accept(request)),
                refused));
    return refused;
  }

  private interface Taking {
    void run() throws ReflectiveOperationException;
  }

  private static void take(String signal, Taking taking, List<String> refused) {
    try {
      taking.run();
    } catch (InvocationTargetException failure) {
      refused.add(signal + " has no effect: " + failure.getCause());
    } catch (ReflectiveOperationException | RuntimeException failure) {
      refused.add(signal + " has no effect: " + failure);
    }
  }
}
