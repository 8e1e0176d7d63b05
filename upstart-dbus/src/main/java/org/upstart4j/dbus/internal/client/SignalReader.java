package org.upstart4j.dbus.internal.client;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.upstart4j.Environment;
import org.upstart4j.Event;
import org.upstart4j.Goal;
import org.upstart4j.State;
import org.upstart4j.UpstartException;
import org.upstart4j.UpstartListener;
import org.upstart4j.dbus.internal.wire.Incoming;

/** Makes of a signal what a listener is told. */
final class SignalReader {

  private static final Logger LOG = LoggerFactory.getLogger(SignalReader.class);

  private final Names names;

  SignalReader(Names names) {
    this.names = names;
  }

  /** Returns what a signal tells; nothing if it is none of Upstart's that is known here. */
  Optional<Consumer<UpstartListener>> read(Incoming signal) {
    try {
      return call(signal);
    } catch (ClassCastException | IndexOutOfBoundsException | IllegalArgumentException rubbish) {
      // what is wrong may be a variable, whose value is nobody's business
      LOG.debug("A signal can't be understood: {}", signal);
      LOG.trace("It is", rubbish);
      return Optional.empty();
    }
  }

  private Optional<Consumer<UpstartListener>> call(Incoming signal) {
    List<Object> values = signal.arguments();
    return Optional.ofNullable(
        switch (signal.member()) {
          case "JobAdded" -> {
            String job = job(Values.text(values));
            yield listener -> listener.jobAdded(job);
          }
          case "JobRemoved" -> {
            String job = gone(Values.text(values), this::job);
            yield listener -> listener.jobRemoved(job);
          }
          case "InstanceAdded" -> {
            Instance it = instance(Values.text(values));
            yield listener -> listener.instanceAdded(it.job, it.name);
          }
          case "InstanceRemoved" -> {
            Instance it = gone(Values.text(values), this::instance);
            yield listener -> listener.instanceRemoved(it.job, it.name);
          }
          case "GoalChanged" -> {
            Instance it = instance(signal.path());
            Goal goal = new Goal(Values.text(values));
            yield listener -> listener.goalChanged(it.job, it.name, goal);
          }
          case "StateChanged" -> {
            Instance it = instance(signal.path());
            State state = new State(Values.text(values));
            yield listener -> listener.stateChanged(it.job, it.name, state);
          }
          case "Failed" -> {
            Instance it = instance(signal.path());
            int status = (Integer) values.get(0);
            yield listener -> listener.failed(it.job, it.name, status);
          }
          case "EventEmitted" -> {
            Event event = event(values);
            yield listener -> listener.eventEmitted(event);
          }
          case "Restarted" -> UpstartListener::restarted;
          default -> null;
        });
  }

  private static Event event(List<Object> values) {
    return new Event(Values.text(values), Environment.parse(Values.strings(values.get(1))));
  }

  private String job(String path) {
    return orElement(path, names::job);
  }

  private Instance instance(String path) {
    return new Instance(job(Names.jobOf(path)), orElement(path, names::instance));
  }

  /** An object that has gone can't be asked for its name any more; a part of its path must do. */
  private static String orElement(String path, Function<String, String> name) {
    try {
      return name.apply(path);
    } catch (UpstartException gone) {
      return Names.element(path);
    }
  }

  private <T> T gone(String path, Function<String, T> read) {
    T last = read.apply(path);
    names.forget(path);
    return last;
  }

  private record Instance(String job, String name) {}
}
