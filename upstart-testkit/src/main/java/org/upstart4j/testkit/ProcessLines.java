package org.upstart4j.testkit;

import java.util.ArrayList;
import java.util.List;
import org.upstart4j.ExitStatus;
import org.upstart4j.Signal;
import org.upstart4j.embedded.process.ProcessObserver;

/**
 * Writes what happens to a process into a history, and its end into a recording, and passes it on.
 * A process may end before its number is known; then its start is written down first.
 */
final class ProcessLines implements ProcessObserver {

  private final History history;
  private final Recording.OfProcess recording;
  private final ProcessObserver observer;
  private final List<String> early = new ArrayList<>();
  private final String label;
  private String command = "";
  private String name = "";
  private int pid;
  private boolean begun;

  ProcessLines(
      History history, Recording.OfProcess recording, ProcessObserver observer, String label) {
    this.history = history;
    this.recording = recording;
    this.observer = observer;
    this.label = label;
  }

  /** Writes down what runs, or waits for the process id to do so. */
  synchronized void begin(int known, String text) {
    begun = true;
    command = text;
    pid = Math.max(pid, known);
    if (pid > 0 || !early.isEmpty()) {
      begin();
    }
  }

  private void begin() {
    name = label + " process" + (pid > 0 ? " " + pid : "");
    history.add(name + ": " + command);
    early.forEach(line -> history.add(name + " " + line));
    early.clear();
  }

  synchronized void signal(Signal signal) {
    history.add(signal + " to " + (name.isEmpty() ? label + " process" : name));
  }

  private synchronized void add(String line) {
    if (begun && name.isEmpty()) {
      begin();
    }
    if (begun) {
      history.add(name + " " + line);
    } else {
      early.add(line);
    }
  }

  @Override
  public void spawned(int known) {
    synchronized (this) {
      pid = known;
      if (begun && name.isEmpty()) {
        begin();
      }
    }
    observer.spawned(known);
  }

  @Override
  public void executed() {
    observer.executed();
  }

  @Override
  public void failed(String reason) {
    add("failed: " + reason);
    recording.notRun(reason);
    observer.failed(reason);
  }

  @Override
  public void stopped() {
    add("stopped itself");
    observer.stopped();
  }

  @Override
  public void forked(int pid) {
    add("forked process " + pid);
    observer.forked(pid);
  }

  @Override
  public void replaced() {
    observer.replaced();
  }

  @Override
  public void ended(ExitStatus status) {
    add("ended with " + SignalLines.ending(status));
    recording.ended(status);
    observer.ended(status);
  }
}
