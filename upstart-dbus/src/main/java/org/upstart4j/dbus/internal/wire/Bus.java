package org.upstart4j.dbus.internal.wire;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.upstart4j.UpstartUnavailableException;

/** Asks the bus itself, over a connection to it. */
public final class Bus {

  /** The bus's own name. */
  public static final String NAME = "org.freedesktop.DBus";

  /** The interface of the bus's own methods and signals. */
  public static final ObjectInterface OBJECT = new ObjectInterface("/org/freedesktop/DBus", NAME);

  private static final int DO_NOT_QUEUE = 4;
  private static final long PRIMARY_OWNER = 1;
  private static final int SECONDS = 25;

  private final Connection connection;

  public Bus(Connection connection) {
    this.connection = connection;
  }

  /** Says hello, as every client must first. */
  public void hello() {
    ask("Hello", "");
  }

  /** Takes a name, if it is free. */
  public void own(String name) {
    if (ask(Long.class, "RequestName", "su", name, DO_NOT_QUEUE) != PRIMARY_OWNER) {
      throw new UpstartUnavailableException(
          "The name " + name + " is taken on " + connection, null);
    }
  }

  /** Returns the id of the user whose program owns a name. */
  public long userOf(String name) {
    return ask(Long.class, "GetConnectionUnixUser", "s", name);
  }

  /** Returns the unique name of the owner of a name. */
  public String ownerOf(String name) {
    return ask(String.class, "GetNameOwner", "s", name);
  }

  /** Asks for the signals that match a rule. */
  public void hear(String rule) {
    ask("AddMatch", "s", rule);
  }

  private <T> T ask(Class<T> type, String member, String signature, Object... arguments) {
    Incoming answer = ask(member, signature, arguments);
    try {
      return type.cast(answer.arguments().get(0));
    } catch (ClassCastException | IndexOutOfBoundsException | IllegalArgumentException rubbish) {
      throw answer.unexpected(member + " of the bus");
    }
  }

  private Incoming ask(String member, String signature, Object... arguments) {
    CompletableFuture<Incoming> call =
        connection.call(Outgoing.call(NAME, OBJECT, member, signature, arguments));
    try {
      Incoming answer = call.get(SECONDS, TimeUnit.SECONDS);
      if (answer.type() == MessageType.ERROR) {
        throw new UpstartUnavailableException(
            "The bus " + connection + " refuses " + member + ": " + answer.text(), null);
      }
      return answer;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new UpstartUnavailableException("Interrupted while asking the bus", interrupted);
    } catch (ExecutionException | TimeoutException failure) {
      call.cancel(false);
      throw new UpstartUnavailableException("The bus " + connection + " does not answer", failure);
    }
  }
}
