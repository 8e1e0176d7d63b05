package org.upstart4j.dbus.internal.wire;

import org.upstart4j.UpstartUnavailableException;

/**
 * Hears what comes over a connection, on the thread that reads it, and so must never wait for it.
 */
public interface Receiver {

  /**
   * A call or a signal came. It counts as held by the connection until {@link Wire#done} is told of
   * it. The files of a call are the receiver's to close.
   */
  void received(Incoming message);

  /** The connection has ended. Nothing more comes. */
  void ended(UpstartUnavailableException reason);
}
