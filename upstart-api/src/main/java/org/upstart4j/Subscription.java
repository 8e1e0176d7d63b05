package org.upstart4j;

/** A listener's hold on what an Upstart sends; close it when it is no longer wanted. */
public interface Subscription extends AutoCloseable {

  /**
   * Ends it, and waits until the listener has returned from the call that it is in, unless this is
   * called by the listener itself. It hears nothing more after that. Closing twice does no harm.
   */
  @Override
  void close();
}
