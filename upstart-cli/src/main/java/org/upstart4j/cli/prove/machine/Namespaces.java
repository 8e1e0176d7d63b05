package org.upstart4j.cli.prove.machine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Namespaces with a systemd as their process 1. A guard ends it, and removes its control group,
 * when these are closed and when this program ends, however that comes about.
 */
final class Namespaces implements AutoCloseable {

  private static final Duration BOOT = Duration.ofSeconds(20);

  /** What systemd has itself and jobs relate to. */
  private static final List<String> TARGETS =
      List.of(
          "basic",
          "sysinit",
          "local-fs",
          "local-fs-pre",
          "remote-fs",
          "remote-fs-pre",
          "swap",
          "multi-user",
          "graphical",
          "rescue",
          "emergency",
          "shutdown",
          "umount",
          "final",
          "poweroff",
          "halt",
          "reboot",
          "slices",
          "sockets",
          "paths",
          "timers",
          "network",
          "network-pre",
          "network-online",
          "nss-lookup",
          "nss-user-lookup",
          "rpcbind",
          "time-sync",
          "time-set",
          "getty",
          "sound",
          "bluetooth",
          "printer",
          "smartcard");

  private final Process guard;
  private final long pid;
  private final Journal journal;

  private Namespaces(Process guard, long pid, Journal journal) {
    this.guard = guard;
    this.pid = pid;
    this.journal = journal;
  }

  static Namespaces boot(SystemdHost.Ready host, MachineFolder folder) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "setsid",
                "/bin/sh",
                "-c",
                Scripts.GUARD,
                "guard",
                host.cgroups().resolve(folder.name()).toString(),
                folder.bootLog().toString(),
                "/bin/sh",
                "-c",
                Scripts.MACHINE,
                "machine",
                folder.stage().toString(),
                folder.contents().toString(),
                folder.units().toString(),
                folder.configuration().toString(),
                folder.console().toString(),
                host.root().map(Path::toString).orElse(""),
                host.program()));
    command.addAll(TARGETS);
    try {
      Process guard =
          new Program(command).builder().redirectError(folder.guardLog().toFile()).start();
      long pid = firstProcess(guard, folder);
      return new Namespaces(guard, pid, Journal.in(root(pid)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long firstProcess(Process guard, MachineFolder folder) throws IOException {
    BufferedReader told =
        new BufferedReader(
            new InputStreamReader(guard.getInputStream(), StandardCharsets.US_ASCII));
    String unshare = told.readLine();
    long end = System.nanoTime() + BOOT.toNanos();
    while (unshare != null && guard.isAlive() && System.nanoTime() < end) {
      Optional<Long> pid =
          ProcessHandle.of(Long.parseLong(unshare))
              .flatMap(parent -> parent.children().findFirst())
              .map(ProcessHandle::pid)
              .filter(child -> Files.exists(root(child).resolve("run/systemd/private")));
      if (pid.isPresent()) {
        return pid.get();
      }
      if (ProcessHandle.of(Long.parseLong(unshare)).isEmpty()) {
        break;
      }
      pause();
    }
    end(guard);
    throw new MachineException("systemd does not come up: " + folder.logs());
  }

  private static Path root(long pid) {
    return Path.of("/proc", String.valueOf(pid), "root");
  }

  /** The machine's {@code /proc}. */
  ProcFolder proc() {
    return new ProcFolder(root(pid).resolve("proc"));
  }

  /** A program of the machine. */
  Program program(String... words) {
    List<String> command =
        new ArrayList<>(
            List.of("nsenter", "-t", String.valueOf(pid), "-p", "-m", "-i", "-u", "-C", "--"));
    command.addAll(List.of(words));
    return new Program(command);
  }

  private static void pause() {
    try {
      Thread.sleep(5);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while systemd came up", e);
    }
  }

  @Override
  public void close() {
    journal.close();
    end(guard);
  }

  private static void end(Process guard) {
    try {
      guard.getOutputStream().close();
      guard.waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the guard goes on by itself
    }
  }
}
