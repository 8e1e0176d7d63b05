package org.upstart4j.dbus.internal.client;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.upstart4j.ExitStatus;
import org.upstart4j.JobFailedException;
import org.upstart4j.JobFailure;
import org.upstart4j.ProcessType;
import org.upstart4j.dbus.internal.Interfaces;
import org.upstart4j.dbus.internal.wire.Bus;
import org.upstart4j.dbus.internal.wire.Incoming;
import org.upstart4j.dbus.internal.wire.Outgoing;

/**
 * Hears how the processes of a job or an instance fail while somebody waits for it. Upstart's error
 * says only that the job has failed. But the signal {@code Failed} comes right before it, with the
 * status of the process, and the state that came before that tells which process it is.
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
   * Begins to listen; what is asked for after that is heard.
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
   * Without a bus all signals come unasked. The bus keeps the order, so its answer can be missed.
   */
  private void tellBus(String member) {
    if (link.isBus()) {
      link.wire()
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
          failure(
              states.getOrDefault(from, ""),
              ExitStatus.ofNumber((Integer) signal.arguments().get(0)));
    } else if (signal.member().equals("InstanceRemoved")) {
      states.keySet().remove(Values.text(signal.arguments()));
    }
  }

  private static @Nullable JobFailure failure(String state, ExitStatus status) {
    ProcessType process =
        switch (state) {
          case "security-spawning", "security" -> ProcessType.SECURITY;
          case "pre-starting", "pre-start" -> ProcessType.PRE_START;
          case "spawning",
              "spawned",
              "post-starting",
              "post-start",
              "running",
              "pre-stopping",
              "pre-stop" ->
              ProcessType.MAIN;
          case "post-stopping", "post-stop" -> ProcessType.POST_STOP;
          default -> null;
        };
    if (process == null) {
      return null;
    }
    // a main process that has ended well is no failure; that it does so too often is one
    return status.equals(ExitStatus.SUCCESS)
        ? new JobFailure.RespawnedTooFast()
        : JobFailure.of(process, status);
  }

  /** Takes no notice of what comes after the answer, or came from somebody else. */
  synchronized void answered(@Nullable Incoming answer) {
    over = true;
    if (answer == null || !Objects.equals(answer.sender(), teller)) {
      last = null;
    }
  }

  /** Adds to an error what was heard. */
  synchronized JobFailedException explained(JobFailedException failed) {
    return last == null ? failed : failed.explained(last);
  }

  @Override
  public void close() {
    link.watches().remove(this);
    tellBus("RemoveMatch");
  }
}
