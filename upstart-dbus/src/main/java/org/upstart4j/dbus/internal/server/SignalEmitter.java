package org.upstart4j.dbus.internal.server;

import java.util.function.Consumer;
import org.upstart4j.Event;
import org.upstart4j.ExitStatus;
import org.upstart4j.Goal;
import org.upstart4j.State;
import org.upstart4j.UpstartListener;
import org.upstart4j.dbus.internal.Interfaces;
import org.upstart4j.dbus.internal.wire.ObjectInterface;
import org.upstart4j.dbus.internal.wire.Outgoing;
import org.upstart4j.spi.ObjectPaths;

/** Turns what an Upstart does into signals. */
final class SignalEmitter implements UpstartListener {

  private static final ObjectInterface MANAGER =
      new ObjectInterface(ObjectPaths.MANAGER, Interfaces.MANAGER);

  private final Consumer<Outgoing> out;

  SignalEmitter(Consumer<Outgoing> out) {
    this.out = out;
  }

  @Override
  public void jobAdded(String job) {
    out.accept(Outgoing.signal(MANAGER, "JobAdded", "o", ObjectPaths.job(job)));
  }

  @Override
  public void jobRemoved(String job) {
    out.accept(Outgoing.signal(MANAGER, "JobRemoved", "o", ObjectPaths.job(job)));
  }

  @Override
  public void eventEmitted(Event event) {
    out.accept(
        Outgoing.signal(MANAGER, "EventEmitted", "sas", event.name(), event.variables().entries()));
  }

  @Override
  public void restarted() {
    out.accept(Outgoing.signal(MANAGER, "Restarted", ""));
  }

  @Override
  public void instanceAdded(String job, String instance) {
    ofJob(job, "InstanceAdded", instance);
  }

  @Override
  public void instanceRemoved(String job, String instance) {
    ofJob(job, "InstanceRemoved", instance);
  }

  private void ofJob(String job, String member, String instance) {
    ObjectInterface from = new ObjectInterface(ObjectPaths.job(job), Interfaces.JOB);
    out.accept(Outgoing.signal(from, member, "o", ObjectPaths.instance(job, instance)));
  }

  @Override
  public void goalChanged(String job, String instance, Goal goal) {
    ofInstance(job, instance, "GoalChanged", "s", goal.name());
  }

  @Override
  public void stateChanged(String job, String instance, State state) {
    ofInstance(job, instance, "StateChanged", "s", state.name());
  }

  @Override
  public void failed(String job, String instance, ExitStatus status) {
    ofInstance(job, instance, "Failed", "i", status.number());
  }

  private void ofInstance(
      String job, String instance, String member, String signature, Object value) {
    ObjectInterface from =
        new ObjectInterface(ObjectPaths.instance(job, instance), Interfaces.INSTANCE);
    out.accept(Outgoing.signal(from, member, signature, value));
  }
}
