package org.upstart4j;

import java.util.Set;
import java.util.function.Consumer;

/**
 * Hears what an Upstart does. Threads that all subscriptions share make the calls, for each
 * subscription one at a time, in the order in which things happened; a slow listener delays nobody
 * else. What a listener throws is logged and does not end the subscription.
 *
 * <p>All methods do nothing unless overridden.
 */
public interface UpstartListener {

  /**
   * Makes a listener that hears of events only, each when all that it set off has happened.
   *
   * <pre>{@code
   * upstart.subscribe(UpstartListener.ofEvents(event -> System.out.println(event)));
   * }</pre>
   *
   * @param hear told each event, as {@link #eventEmitted} is
   * @return the listener
   */
  static UpstartListener ofEvents(Consumer<Event> hear) {
    return new UpstartListener() {
      @Override
      public void eventEmitted(Event event) {
        hear.accept(event);
      }
    };
  }

  /**
   * A job came: its file was read, for the first time or again.
   *
   * @param job the job's name
   */
  default void jobAdded(String job) {}

  /**
   * A job went: its file has gone, or is about to be read again.
   *
   * @param job the job's name
   */
  default void jobRemoved(String job) {}

  /**
   * A job got an instance, which will now change its goal to start.
   *
   * @param job the job's name
   * @param instance the instance's name; empty if the job has only one
   */
  default void instanceAdded(String job, String instance) {}

  /**
   * An instance has stopped and is gone.
   *
   * @param job the job's name
   * @param instance the instance's name
   */
  default void instanceRemoved(String job, String instance) {}

  /**
   * An instance has a new goal.
   *
   * @param job the job's name
   * @param instance the instance's name
   * @param goal the new goal
   */
  default void goalChanged(String job, String instance, Goal goal) {}

  /**
   * An instance has a new state.
   *
   * @param job the job's name
   * @param instance the instance's name
   * @param state the new state
   */
  default void stateChanged(String job, String instance, State state) {}

  /**
   * An instance has failed.
   *
   * @param job the job's name
   * @param instance the instance's name
   * @param status how the process ended; {@link ExitStatus#SUCCESS} if none failed, but the main
   *     process was respawned too fast
   */
  default void failed(String job, String instance, ExitStatus status) {}

  /**
   * An event has come to its end: all that it set off has happened.
   *
   * @param event the event
   */
  default void eventEmitted(Event event) {}

  /** Upstart has re-executed itself. */
  default void restarted() {}

  /**
   * The connection is lost. What happens from now on is not heard, until {@link
   * #connectionRegained}.
   *
   * @param reason why
   */
  default void connectionLost(UpstartUnavailableException reason) {}

  /**
   * The connection is back.
   *
   * @param came jobs that came meanwhile
   * @param gone jobs that went meanwhile
   */
  default void connectionRegained(Set<String> came, Set<String> gone) {}

  /**
   * The listener was busy for so long that some calls had to be dropped. The next call is about
   * what happened after the gap.
   *
   * @param count how many calls were left out
   */
  default void missed(long count) {}
}
