package org.upstart4j.dbus.internal.wire;

import org.upstart4j.UpstartUnavailableException;

/** Receives what comes over a connection, on the thread that reads it, and so must never block. */
public interface Receiver {

  /**
   * A call or a signal arrived. It counts against the connection's share of the memory until {@link
   * Wire#done}. The receiver closes the files of a call.
   */
  void received(Incoming message);

  /** The connection has ended. Nothing more comes. */
  void ended(UpstartUnavailableException reason);
}
