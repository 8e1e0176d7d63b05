package org.upstart4j.cli.exporter;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.upstart4j.cli.terminal.Visible;

/**
 * Answers over HTTP, with a few threads. How long a client may take, and how much it may say, are
 * properties of Java's own server, which the launcher sets.
 */
final class Server implements AutoCloseable {

  private static final int THREADS = 8;
  private static final int WAITING = 64;
  private static final int BACKLOG = 64;

  private final HttpServer server;
  private final ThreadPoolExecutor threads;

  private Server(HttpServer server) {
    this.server = server;
    this.threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(WAITING),
            Server::thread);
    threads.allowCoreThreadTimeOut(true);
    server.setExecutor(threads);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "upstart-exporter");
    thread.setDaemon(true);
    return thread;
  }

  /** Takes an address, and answers nobody yet. */
  static Server at(InetSocketAddress address) throws IOException {
    try {
      return new Server(HttpServer.create(address, BACKLOG));
    } catch (BindException taken) {
      throw new IllegalStateException(
          "cannot listen at "
              + Visible.text(text(address))
              + ": "
              + taken.getMessage()
              + "; choose another place: --listen HOST:PORT",
          taken);
    }
  }

  /** Answers from now on. */
  void start(Pages pages) {
    server.createContext("/", pages);
    server.start();
  }

  /** Where it is, as a part of a URL. */
  String text() {
    return text(server.getAddress());
  }

  private static String text(InetSocketAddress address) {
    String host = address.getAddress().getHostAddress();
    return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + address.getPort();
  }

  /** Answers nobody any more, at once. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
