package org.upstart4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.upstart4j.ExitStatus;
import org.upstart4j.embedded.process.ProcessObserver;

/** Takes down what becomes of a process, in the order in which it is told. */
public final class Observed implements ProcessObserver {

  private static final long SECONDS = 60;

  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
  private final List<String> all = new ArrayList<>();
  private final CompletableFuture<Integer> pid = new CompletableFuture<>();

  @Override
  public void spawned(int told) {
    pid.complete(told);
  }

  @Override
  public void executed() {
    told.add("executed");
  }

  @Override
  public void failed(String reason) {
    pid.complete(0);
    told.add("failed " + reason);
  }

  @Override
  public void stopped() {
    told.add("stopped");
  }

  @Override
  public void forked(int pid) {
    told.add("forked " + pid);
  }

  @Override
  public void replaced() {
    told.add("replaced");
  }

  @Override
  public void ended(ExitStatus status) {
    told.add("ended " + status.number());
  }

  /** Waits for the process id; returns 0 if there is none. */
  int pid() {
    return pid.orTimeout(SECONDS, TimeUnit.SECONDS).join();
  }

  /** Waits for what is told next. */
  String next() {
    try {
      String next = told.poll(SECONDS, TimeUnit.SECONDS);
      assertThat(next).as("what is told after %s", all).isNotNull();
      all.add(next);
      return next;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Waits until nothing more can be told, and returns all that was. */
  public List<String> toTheEnd() {
    while (all.isEmpty() || !isLast(all.get(all.size() - 1))) {
      next();
    }
    assertThat(told).isEmpty();
    return all;
  }

  /** Returns what was told and nobody has asked for. */
  List<String> rest() {
    return List.copyOf(told);
  }

  int nextForked() {
    String next = next();
    assertThat(next).startsWith("forked ");
    return Integer.parseInt(next.substring("forked ".length()));
  }

  private static boolean isLast(String told) {
    return told.startsWith("ended ") || told.startsWith("failed ");
  }
}
