package org.upstart4j.dbus.internal.client;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.upstart4j.ExitStatus;
import org.upstart4j.JobFailedException;
import org.upstart4j.JobFailure;
import org.upstart4j.State;
import org.upstart4j.dbus.internal.Interfaces;
import org.upstart4j.dbus.internal.wire.Bus;
import org.upstart4j.dbus.internal.wire.Incoming;
import org.upstart4j.dbus.internal.wire.Outgoing;

/**
 * Listens for failures of the processes of a job or an instance while a caller waits for it.
 * Upstart's error says only that the job has failed. But the signal {@code Failed} comes right
 * before it, with the status of the process, and the last state before that tells which process it
 * is.
 */
final class FailureWatch implements AutoCloseable {

  private static final String RULE =
      "type='signal',sender='%s',interface='" + Interfaces.INSTANCE + "',path_namespace='%s'";

  private final Link link;
  private final String path;
  private final Map<String, String> states = new HashMap<>();
  private @Nullable JobFailure last;
  private @Nullable String teller;
  private boolean over;

  /**
   * Begins to listen, before the caller asks for the change.
   *
   * @param path of the job or the instance
   */
  FailureWatch(Link link, String path) {
    this.link = link;
    this.path = path;
    link.watches().add(this);
    tellBus("AddMatch");
  }

  /**
   * Without a bus, all signals come unasked. The bus keeps the order, so nobody need wait for its
   * answer.
   */
  private void tellBus(String member) {
    if (link.isBus()) {
      link.connection()
          .call(Outgoing.call(Bus.NAME, Bus.OBJECT, member, "s", RULE.formatted(link.name(), path)))
          .cancel(false);
    }
  }

  /** Takes a signal, on the thread that reads. */
  synchronized void received(Incoming signal) {
    String from = signal.path();
    if (over || !(from.equals(path) || from.startsWith(path + "/"))) {
      return;
    }
    if (signal.member().equals("StateChanged") && signal.hasSignature("s")) {
      states.put(from, Values.text(signal.arguments()));
    } else if (signal.member().equals("Failed") && signal.hasSignature("i")) {
      teller = signal.sender();
      last =
          JobFailure.in(
                  new State(states.getOrDefault(from, "")),
                  ExitStatus.ofNumber((Integer) signal.arguments().get(0)))
              .orElse(null);
    } else if (signal.member().equals("InstanceRemoved")) {
      states.keySet().remove(Values.text(signal.arguments()));
    }
  }

  /** Ignores what comes after the answer, or came from another sender. */
  synchronized void answered(@Nullable Incoming answer) {
    over = true;
    if (answer == null || !Objects.equals(answer.sender(), teller)) {
      last = null;
    }
  }

  /** Adds what was heard to an error. */
  synchronized JobFailedException explained(JobFailedException failed) {
    return last == null ? failed : failed.explained(last);
  }

  @Override
  public void close() {
    link.watches().remove(this);
    tellBus("RemoveMatch");
  }
}
