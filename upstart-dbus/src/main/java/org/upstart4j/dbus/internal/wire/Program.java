package org.upstart4j.dbus.internal.wire;

import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.newsclub.net.unix.AFUNIXSocketChannel;
import org.newsclub.net.unix.FileDescriptorCast;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A program of this machine whose standard input and output are the other end of a socket. It ends
 * when the socket is closed here, however that comes: it reads the end of its input.
 *
 * <p>A shell starts it and waits for it, to tell its exit status, until {@link #goesAlone}. From
 * then on nothing here waits for the program, so that many of them take no threads.
 */
final class Program implements Carrier {

  private static final Logger LOG = LoggerFactory.getLogger(Program.class);

  /** Fixed text; the program's words are arguments. */
  private static final String LAUNCH =
      "command -v \"$1\" >/dev/null 2>&1 || { echo \"$1: not found\" >&2; exit 255; };"
          + " exec 3<&0 </dev/null; \"$@\" <&3 >&3 3<&- & exec 3<&-; echo $!; wait $!";

  private static final long GRACE_SECONDS = 2;
  private static final long BETWEEN_LISTENING_SECONDS = 10;

  private final AFUNIXSocketChannel channel;
  private final LastWords words;
  private final Process shell;
  private final Optional<ProcessHandle> program;
  private boolean alone;
  private boolean ended;

  private Program(AFUNIXSocketChannel channel, LastWords words, Process shell) throws IOException {
    this.channel = channel;
    this.words = words;
    this.shell = shell;
    this.program = program(shell);
  }

  /**
   * Starts a program.
   *
   * @param command its words; the first one is looked for on the path
   */
  static Program start(List<String> command) throws IOException {
    SocketPair streams = SocketPair.open();
    SocketPair errors = SocketPair.open();
    Process shell = null;
    try {
      shell = launch(command, streams.theirs(), errors.theirs());
      return new Program(streams.ours(), new LastWords(errors.ours()), shell);
    } catch (IOException | RuntimeException | Error failure) {
      streams.ours().close();
      errors.ours().close();
      if (shell != null) {
        shell.destroyForcibly();
      }
      throw failure;
    } finally {
      release(streams.theirs());
      release(errors.theirs());
    }
  }

  private static Process launch(
      List<String> command, AFUNIXSocketChannel streams, AFUNIXSocketChannel errors)
      throws IOException {
    List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", LAUNCH, "sh"));
    words.addAll(command);
    return new ProcessBuilder(words)
        .redirectInput(redirect(streams))
        .redirectError(redirect(errors))
        .start();
  }

  private static Redirect redirect(AFUNIXSocketChannel end) throws IOException {
    return FileDescriptorCast.using(end.getFileDescriptor()).as(Redirect.class);
  }

  /** Closes an end here that the program keeps; to close the channel would shut the socket down. */
  private static void release(AFUNIXSocketChannel end) throws IOException {
    new FileInputStream(end.getFileDescriptor()).close();
  }

  /** Empty if the program is not there, or has already left. */
  private static Optional<ProcessHandle> program(Process shell) throws IOException {
    BufferedReader told =
        new BufferedReader(
            new InputStreamReader(shell.getInputStream(), StandardCharsets.US_ASCII));
    String pid = told.readLine();
    return pid == null ? Optional.empty() : ProcessHandle.of(Long.parseLong(pid));
  }

  /** Returns this side's end of its standard input and output. */
  AFUNIXSocketChannel channel() {
    return channel;
  }

  @Override
  public String lastWords() {
    return words.text();
  }

  /** Returns the exit status of a program that has closed its streams; empty if it still runs. */
  OptionalInt status() throws IOException {
    try {
      return shell.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)
          ? OptionalInt.of(shell.exitValue())
          : OptionalInt.empty();
    } catch (InterruptedException interrupted) {
      throw new IOException("Interrupted", interrupted);
    }
  }

  /** Has the program go on without anybody who waits for it: its exit status is lost. */
  synchronized void goesAlone() {
    alone = true;
    shell.destroyForcibly();
    listen();
  }

  /** Reads its standard error now and then, so that it can go on however much it says. */
  private synchronized void listen() {
    if (!ended) {
      words.hear();
      after(BETWEEN_LISTENING_SECONDS, this::listen);
    }
  }

  /** Does what must not wait, on a thread that the JDK has for that. */
  private static void after(long seconds, Runnable work) {
    CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS, Runnable::run).execute(work);
  }

  /**
   * Closes the streams, at which the program ends. If it has not yet connected, or does not end, it
   * is killed.
   */
  @Override
  public synchronized void end() {
    if (ended) {
      return;
    }
    ended = true;
    words.end();
    closeStreams();
    if (alone) {
      after(GRACE_SECONDS, this::kill);
    } else {
      kill();
    }
  }

  private void closeStreams() {
    try {
      channel.close();
    } catch (IOException failure) {
      LOG.debug("The streams of a program could not be closed", failure);
    }
  }

  private void kill() {
    program.ifPresent(ProcessHandle::destroyForcibly);
    shell.destroyForcibly();
  }
}
