package org.upstart4j.jobfile.stanza;

import org.upstart4j.Signal;

/**
 * Which signal stops or reloads the job: {@code kill signal}, {@code reload signal}.
 *
 * @param name kill or reload
 * @param signal the signal
 */
public record SignalStanza(StanzaName name, Signal signal) implements TypedStanza {

  /**
   * Makes a signal for killing or reloading.
   *
   * @param name kill or reload
   * @param signal the signal
   * @throws IllegalArgumentException if the name is neither kill nor reload
   */
  public SignalStanza {
    if (!name.takes(Argument.SIGNAL)) {
      throw new IllegalArgumentException("Signals kill or reload a job; they do not " + name);
    }
  }

  @Override
  public String slot() {
    return name + " signal";
  }
}
