package org.upstart4j.spi;

import org.upstart4j.Subscription;
import org.upstart4j.UpstartListener;

/**
 * An Upstart all of which happens on one thread at a time. Who serves it to others can be on that
 * thread too, and so answers and tells in the very order in which things happen.
 */
public interface SingleThreaded {

  /**
   * Has something done on that thread, and after all that was given to it before. What this asks of
   * the Upstart is answered at once, and what depends on the stages that it gets runs on that
   * thread as well. Nothing of it must wait.
   *
   * @param work what to do; when the Upstart is closed, nothing of it is done
   */
  void execute(Runnable work);

  /**
   * Has something done as {@link #execute} does. If nothing else is under way, the caller's thread
   * is that thread for as long as it takes, and has done it when this returns: a small question
   * then costs no change of threads. The caller holds no lock, and may be asked to do what was
   * given to that thread before.
   *
   * @param work what to do; when the Upstart is closed, nothing of it is done
   */
  default void executeInTurn(Runnable work) {
    execute(work);
  }

  /**
   * Waits a moment, until that thread has been given what the Upstart's processes have done so far.
   * Call it for each new client, on another thread: the client may be such a process, and what it
   * asks for comes after its own start.
   */
  default void catchUp() {}

  /**
   * Lets a listener hear what the Upstart does, on that thread and at the moment when it happens.
   * The listener must not wait.
   *
   * @param listener the listener
   * @return closing it removes the listener
   */
  Subscription hear(UpstartListener listener);
}
