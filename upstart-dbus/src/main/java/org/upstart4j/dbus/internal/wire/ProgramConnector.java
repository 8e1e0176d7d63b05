package org.upstart4j.dbus.internal.wire;

import java.io.IOException;
import java.net.ProtocolException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.upstart4j.Deadline;
import org.upstart4j.UpstartTimeoutException;
import org.upstart4j.UpstartUnavailableException;

/**
 * Connects through a program whose standard input and output lead to the other side. The other
 * side's answers to the handshake show where D-Bus begins; what comes before is a {@link Preamble}.
 * It works on a thread of its own, as the other side may never answer.
 */
public final class ProgramConnector {

  private static final Logger LOG = LoggerFactory.getLogger(ProgramConnector.class);

  private final String name;
  private final List<String> command;
  private final Preamble preamble;
  private @Nullable Program program;
  private boolean cancelled;

  private ProgramConnector(String name, List<String> command, Preamble preamble) {
    this.name = name;
    this.command = command;
    this.preamble = preamble;
  }

  /**
   * Connects.
   *
   * @param name what the connection is called
   * @param command the program and its arguments
   * @param preamble told what comes before D-Bus
   * @param deadline how long to wait for the other side
   * @throws UpstartUnavailableException if the program fails, or the preamble says so
   * @throws UpstartTimeoutException if the deadline passes before
   */
  public static Connection connect(
      String name, List<String> command, Preamble preamble, Deadline deadline) {
    ProgramConnector connector = new ProgramConnector(name, command, preamble);
    CompletableFuture<Connection> connection =
        CompletableFuture.supplyAsync(
            connector::connect, run -> DbusThreads.start("connects", run));
    try {
      return deadline.await(connection, "the connection " + name);
    } catch (RuntimeException failure) {
      connector.cancel();
      throw failure;
    }
  }

  private Connection connect() {
    try {
      return connect(start());
    } catch (IOException failure) {
      throw new UpstartUnavailableException(
          "There can be no connection " + name + ": " + failure.getMessage(), failure);
    }
  }

  private Connection connect(Program started) throws IOException {
    SocketInput input = new SocketInput(started.channel());
    try {
      agree(started, input);
      started.goesAlone();
      return made(new Connection(name, started.channel(), input, false, started));
    } catch (IOException | RuntimeException failure) {
      input.close();
      started.end();
      throw failure;
    }
  }

  private void agree(Program started, SocketInput input) throws IOException {
    try {
      ClientHandshake.sayWithoutFiles(started.channel());
      for (String line = input.line(); !line.equals(ClientHandshake.FIRST); line = input.line()) {
        preamble.read(line);
      }
      ClientHandshake.expectOk(input);
    } catch (ProtocolException refused) {
      throw refused;
    } catch (IOException end) {
      LOG.debug("The program of {} says no more", name, end);
      throw preamble.ended(started.status(), started.lastWords());
    }
  }

  private synchronized Connection made(Connection connection) throws IOException {
    if (cancelled) {
      connection.close();
      throw new IOException("Cancelled");
    }
    return connection;
  }

  /** Whoever cancels waits for this, so that no program comes to be after it. */
  private synchronized Program start() throws IOException {
    if (cancelled) {
      throw new IOException("Cancelled");
    }
    Program started = Program.start(command);
    program = started;
    return started;
  }

  private synchronized void cancel() {
    cancelled = true;
    if (program != null) {
      program.end();
    }
  }
}
