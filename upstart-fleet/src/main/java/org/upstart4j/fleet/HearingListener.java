package org.upstart4j.fleet;

import java.util.Set;
import java.util.function.Consumer;
import org.upstart4j.Event;
import org.upstart4j.ExitStatus;
import org.upstart4j.Goal;
import org.upstart4j.State;
import org.upstart4j.UpstartListener;

/** Passes on all that a listener hears, as calls for another one. */
abstract class HearingListener implements UpstartListener {

  /** Passes a call on; never waits. */
  abstract void pass(Consumer<UpstartListener> call);

  @Override
  public void jobAdded(String job) {
    pass(to -> to.jobAdded(job));
  }

  @Override
  public void jobRemoved(String job) {
    pass(to -> to.jobRemoved(job));
  }

  @Override
  public void instanceAdded(String job, String instance) {
    pass(to -> to.instanceAdded(job, instance));
  }

  @Override
  public void instanceRemoved(String job, String instance) {
    pass(to -> to.instanceRemoved(job, instance));
  }

  @Override
  public void goalChanged(String job, String instance, Goal goal) {
    pass(to -> to.goalChanged(job, instance, goal));
  }

  @Override
  public void stateChanged(String job, String instance, State state) {
    pass(to -> to.stateChanged(job, instance, state));
  }

  @Override
  public void failed(String job, String instance, ExitStatus status) {
    pass(to -> to.failed(job, instance, status));
  }

  @Override
  public void eventEmitted(Event event) {
    pass(to -> to.eventEmitted(event));
  }

  @Override
  public void restarted() {
    pass(UpstartListener::restarted);
  }

  @Override
  public void connectionRegained(Set<String> came, Set<String> gone) {
    pass(to -> to.connectionRegained(came, gone));
  }

  @Override
  public void missed(long count) {
    pass(to -> to.missed(count));
  }
}
