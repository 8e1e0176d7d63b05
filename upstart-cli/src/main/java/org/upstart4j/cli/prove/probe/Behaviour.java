package org.upstart4j.cli.prove.probe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.upstart4j.Signal;

/**
 * What a probe does: some things one after the other, and what it answers to signals. It ends by
 * any signal of which nothing is said. Immutable: each method makes another one.
 */
public final class Behaviour {

  private final List<String> lines;

  private Behaviour(List<String> lines) {
    this.lines = List.copyOf(lines);
  }

  /** {@return a probe that does nothing and exits with 0} */
  public static Behaviour begin() {
    return new Behaviour(List.of());
  }

  private Behaviour with(String line) {
    List<String> longer = new ArrayList<>(lines);
    longer.add(line);
    return new Behaviour(longer);
  }

  /** {@return a probe that also notes who it is} */
  public Behaviour record() {
    return with("record");
  }

  /**
   * Takes its time.
   *
   * @param time how long
   * @return a probe that also waits
   */
  public Behaviour waits(Duration time) {
    return with("wait " + seconds(time));
  }

  /** {@return a probe that also goes on in a child, while the parent exits with 0} */
  public Behaviour forks() {
    return with("fork");
  }

  /** {@return a probe that also stops itself, and goes on when it is continued} */
  public Behaviour stops() {
    return with("raise " + Signal.of("STOP").number());
  }

  /** {@return a probe that also starts a child, which runs until a signal ends it} */
  public Behaviour leavesChild() {
    return with("child");
  }

  /**
   * Ends.
   *
   * @param status the exit status
   * @return a probe that then exits
   */
  public Behaviour exits(int status) {
    return with("exit " + status);
  }

  /**
   * Ends by a signal.
   *
   * @param signal the signal
   * @return a probe that then sends it to itself
   */
  public Behaviour dies(Signal signal) {
    return with("die " + signal.number());
  }

  /** {@return a probe that then runs until a signal ends it} */
  public Behaviour runs() {
    return with("run");
  }

  /**
   * Says what a signal does: nothing but that it is noted.
   *
   * @param signal the signal
   * @return a probe that goes on
   */
  public Behaviour ignores(Signal signal) {
    return with("on " + signal.number() + " stay");
  }

  /**
   * Says what a signal does: the process exits.
   *
   * @param signal the signal
   * @param status the exit status
   * @return a probe that exits then
   */
  public Behaviour exitsOn(Signal signal, int status) {
    return with("on " + signal.number() + " " + status);
  }

  /**
   * Takes its time between a signal and its end.
   *
   * @param time how long
   * @return a probe that waits then
   */
  public Behaviour lingers(Duration time) {
    return with("linger " + seconds(time));
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.3f", time.toMillis() / 1000.0);
  }

  /** The lines that the probe reads. */
  String text() {
    return String.join("\n", lines) + "\n";
  }

  @Override
  public String toString() {
    return String.join(", ", lines);
  }
}
