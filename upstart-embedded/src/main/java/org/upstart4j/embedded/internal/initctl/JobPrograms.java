package org.upstart4j.embedded.internal.initctl;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.upstart4j.Environment;
import org.upstart4j.Upstart;
import org.upstart4j.embedded.internal.log.LogText;
import org.upstart4j.embedded.internal.thread.DaemonThreads;
import org.upstart4j.spi.ShellSpelling;
import org.upstart4j.spi.SingleThreaded;

/**
 * The programs initctl, start, stop, restart, reload and status, in a folder of their own, and the
 * socket at which they reach one engine. The socket is only for the engine's own user, and for
 * root.
 */
public final class JobPrograms implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger("org.upstart4j.embedded");

  private static final List<String> LINKS = List.of("start", "stop", "restart", "reload", "status");
  private static final String INITCTL = "initctl";
  private static final int MOST_WORDS = 100_000;
  private static final int LONGEST_WORD = 1 << 20;

  private final Upstart upstart;
  private final Path folder;
  private final ServerSocketChannel server;
  private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = DaemonThreads.pool("upstart-initctl");

  private JobPrograms(Upstart upstart, Path folder, ServerSocketChannel server) {
    this.upstart = upstart;
    this.folder = folder;
    this.server = server;
  }

  /**
   * Makes the programs, and listens to them.
   *
   * @throws IOException if they cannot be written, or no socket can be made
   */
  public static JobPrograms of(Upstart upstart) throws IOException {
    // no other user gets in before all of it is written
    Path folder = Files.createTempDirectory("upstart4j-");
    try {
      write(folder);
      ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      Path socket = folder.resolve("socket");
      server.bind(UnixDomainSocketAddress.of(socket));
      mode(socket, "rw-------");
      JobPrograms programs = new JobPrograms(upstart, folder, server);
      mode(folder, "rwxr-xr-x");
      programs.threads.execute(programs::accept);
      return programs;
    } catch (IOException failure) {
      delete(folder);
      throw failure;
    }
  }

  private static void write(Path folder) throws IOException {
    String name = Client.class.getName();
    Path file = folder.resolve(name.replace('.', '/') + ".class");
    Files.createDirectories(file.getParent());
    try (InputStream code = Client.class.getResourceAsStream("Client.class")) {
      Files.copy(Objects.requireNonNull(code, name), file);
    }
    Path bin = Files.createDirectory(folder.resolve("bin"));
    Path program = bin.resolve(INITCTL);
    Files.writeString(program, script(folder, name));
    for (String link : LINKS) {
      Files.createSymbolicLink(bin.resolve(link), Path.of(INITCTL));
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path made : all.filter(path -> !path.equals(folder)).toList()) {
        if (!Files.isSymbolicLink(made)) {
          boolean readOnly = Files.isRegularFile(made) && !made.equals(program);
          mode(made, readOnly ? "rw-r--r--" : "rwxr-xr-x");
        }
      }
    }
  }

  private static void mode(Path path, String mode) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
  }

  /** Small, as jobs may limit memory, and regardless of the job's own variables. */
  private static String script(Path folder, String main) {
    return """
        #!/bin/sh
        unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS
        LC_ALL=C.UTF-8
        export LC_ALL
        exec %s -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -Xshare:auto -Xmx16m \\
          -XX:ReservedCodeCacheSize=8m -XX:CompressedClassSpaceSize=8m -cp %s %s %s "${0##*/}" "$@"
        """
        .formatted(
            quoted(Path.of(System.getProperty("java.home"), "bin", "java")),
            quoted(folder),
            main,
            quoted(folder.resolve("socket")));
  }

  private static String quoted(Path path) {
    return ShellSpelling.quoted(path.toString());
  }

  /** Returns a process's variables, with the programs first on its path. */
  public Environment onPath(Environment environment) {
    String bin = folder.resolve("bin").toString();
    String path = environment.get("PATH").orElse("");
    return environment.with("PATH", path.isEmpty() ? bin + ":/bin:/usr/bin" : bin + ":" + path);
  }

  private void accept() {
    while (true) {
      try {
        SocketChannel channel = server.accept();
        open.add(channel);
        threads.execute(() -> serve(channel));
      } catch (ClosedChannelException closed) {
        return;
      } catch (IOException failure) {
        LOG.warn("The jobs' initctl is not heard: {}", LogText.visible(failure));
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void serve(SocketChannel channel) {
    try (channel) {
      DataInputStream in = new DataInputStream(Channels.newInputStream(channel));
      String job = word(in);
      String instance = word(in);
      boolean ofJob = in.readBoolean();
      List<String> words = words(in);
      Map<String, String> variables =
          ofJob ? Map.of("UPSTART_JOB", job, "UPSTART_INSTANCE", instance) : Map.of();
      if (upstart instanceof SingleThreaded ordered) {
        ordered.catchUp();
      }
      Result result =
          Initctl.run(upstart, variables, words.get(0), words.subList(1, words.size())).join();
      answer(new DataOutputStream(Channels.newOutputStream(channel)), result);
    } catch (IOException gone) {
      LOG.debug("A job's initctl has gone: {}", LogText.visible(gone));
    } finally {
      open.remove(channel);
    }
  }

  private static List<String> words(DataInputStream in) throws IOException {
    int count = in.readInt();
    if (count < 1 || count > MOST_WORDS) {
      throw new IOException("No command has " + count + " words");
    }
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      words.add(word(in));
    }
    return words;
  }

  private static String word(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > LONGEST_WORD) {
      throw new IOException("No word has " + length + " bytes");
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static void answer(DataOutputStream out, Result result) throws IOException {
    out.writeInt(result.status());
    for (String text : List.of(result.output(), result.errors())) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      out.writeInt(bytes.length);
      out.write(bytes);
    }
    out.flush();
  }

  /** Ends them. Programs that still wait for an answer hear that the engine was closed. */
  @Override
  public void close() {
    try {
      server.close();
      for (SocketChannel channel : open) {
        channel.close();
      }
    } catch (IOException failure) {
      LOG.debug("The jobs' initctl could not be ended: {}", LogText.visible(failure));
    }
    threads.shutdown();
    delete(folder);
  }

  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException failure) {
      LOG.warn("{} could not be deleted: {}", LogText.visible(folder), LogText.visible(failure));
    }
  }
}
