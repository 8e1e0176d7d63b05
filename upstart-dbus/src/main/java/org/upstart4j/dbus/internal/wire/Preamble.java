package org.upstart4j.dbus.internal.wire;

import java.util.OptionalInt;
import org.upstart4j.UpstartException;
import org.upstart4j.UpstartUnavailableException;

/** What is said over a new connection before D-Bus begins. */
public interface Preamble {

  /**
   * Reads a line of it.
   *
   * @throws UpstartException if the line says that D-Bus will not begin
   */
  void read(String line);

  /**
   * Returns what it means that nothing more comes.
   *
   * @param status the exit status of the program that led to the other side; empty if it still runs
   * @param words the last that it has said on its standard error
   */
  UpstartUnavailableException ended(OptionalInt status, String words);
}
