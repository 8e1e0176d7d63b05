package org.upstart4j.dbus.internal.wire;

/**
 * Writes messages to a socket, in the order in which they were added. Nobody who adds one waits for
 * the other side to read. Thread-safe.
 */
interface Output {

  /** Adds a message, unless the output takes no more. */
  void add(Outgoing message);

  /** Takes no more messages; the output ends when the rest is written. */
  void finish();

  /** Ends the output at once. */
  void close();
}
