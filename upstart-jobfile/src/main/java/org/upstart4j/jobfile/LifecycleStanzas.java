package org.upstart4j.jobfile;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.upstart4j.ExitStatus;
import org.upstart4j.Signal;
import org.upstart4j.jobfile.stanza.FlagStanza;
import org.upstart4j.jobfile.stanza.KillTimeoutStanza;
import org.upstart4j.jobfile.stanza.NormalExitStanza;
import org.upstart4j.jobfile.stanza.RespawnLimitStanza;
import org.upstart4j.jobfile.stanza.SignalStanza;
import org.upstart4j.jobfile.stanza.StanzaName;
import org.upstart4j.jobfile.stanza.TextStanza;

/**
 * How many instances the job has, how long they run, and how they end. A part of {@link
 * JobFileBuilder}.
 */
public sealed interface LifecycleStanzas extends BuilderPart permits JobFileBuilder {

  /**
   * Sets what names an instance: {@code $DEV}.
   *
   * @param text one line, not empty
   * @return this builder
   */
  default JobFileBuilder instance(String text) {
    return set(new TextStanza(StanzaName.INSTANCE, text));
  }

  /**
   * Sets that the job runs to its end, and that who starts it waits for that.
   *
   * @return this builder
   */
  default JobFileBuilder task() {
    return set(new FlagStanza(StanzaName.TASK));
  }

  /**
   * Sets that the main process is restarted when it dies.
   *
   * @return this builder
   */
  default JobFileBuilder respawn() {
    return set(new FlagStanza(StanzaName.RESPAWN));
  }

  /**
   * Sets how often the main process may be restarted.
   *
   * @param count restarts within the interval; 0 for any number
   * @param interval whole seconds
   * @return this builder
   * @throws IllegalArgumentException if a number is negative, or the interval has fractions of a
   *     second
   */
  default JobFileBuilder respawnLimit(int count, Duration interval) {
    return set(new RespawnLimitStanza(count, interval));
  }

  /**
   * Sets that the main process may be restarted any number of times.
   *
   * @return this builder
   */
  default JobFileBuilder respawnUnlimited() {
    return set(RespawnLimitStanza.UNLIMITED);
  }

  /**
   * Adds exit codes that are no failure.
   *
   * @param codes at least one
   * @return this builder
   * @throws IllegalArgumentException if there is none, or one is negative
   */
  default JobFileBuilder normalExit(int... codes) {
    return normalExit(IntStream.of(codes).mapToObj(ExitStatus::ofNumber).toList());
  }

  /**
   * Adds signals that are no failure.
   *
   * @param signals at least one
   * @return this builder
   * @throws IllegalArgumentException if there is none
   */
  default JobFileBuilder normalExit(Signal... signals) {
    return normalExit(Arrays.stream(signals).map(ExitStatus::of).toList());
  }

  /**
   * Adds ways to exit that are no failure.
   *
   * @param statuses exit codes and signals, at least one
   * @return this builder
   * @throws IllegalArgumentException if there is none
   */
  default JobFileBuilder normalExit(List<ExitStatus> statuses) {
    return add(new NormalExitStanza(statuses));
  }

  /**
   * Sets how long a process has between the kill signal and KILL.
   *
   * @param timeout whole seconds
   * @return this builder
   * @throws IllegalArgumentException if it is negative, or has fractions of a second
   */
  default JobFileBuilder killTimeout(Duration timeout) {
    return set(new KillTimeoutStanza(timeout));
  }

  /**
   * Sets the signal of a stop.
   *
   * @param signal the signal
   * @return this builder
   */
  default JobFileBuilder killSignal(Signal signal) {
    return set(new SignalStanza(StanzaName.KILL, signal));
  }

  /**
   * Sets the signal of a reload.
   *
   * @param signal the signal
   * @return this builder
   */
  default JobFileBuilder reloadSignal(Signal signal) {
    return set(new SignalStanza(StanzaName.RELOAD, signal));
  }

  /**
   * Sets that the job's processes are paused, if Upstart was started with {@code --debug}.
   *
   * @return this builder
   */
  default JobFileBuilder debug() {
    return set(new FlagStanza(StanzaName.DEBUG));
  }
}
