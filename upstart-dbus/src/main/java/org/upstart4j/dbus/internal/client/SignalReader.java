package org.upstart4j.dbus.internal.client;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.upstart4j.Environment;
import org.upstart4j.Event;
import org.upstart4j.ExitStatus;
import org.upstart4j.Goal;
import org.upstart4j.State;
import org.upstart4j.UpstartException;
import org.upstart4j.UpstartListener;
import org.upstart4j.UpstartTimeoutException;
import org.upstart4j.dbus.internal.wire.Incoming;

/** Turns a signal into a call of a listener. */
final class SignalReader {

  private static final Logger LOG = LoggerFactory.getLogger(SignalReader.class);

  private final ObjectNames names;

  /** The connection on which a name did not come in time. */
  private @Nullable Link silent;

  SignalReader(ObjectNames names) {
    this.names = names;
  }

  /** Returns what a signal tells; empty if it is not Upstart's, or unknown. */
  Optional<Consumer<UpstartListener>> read(Link link, Incoming signal) {
    try {
      return new Reading(link, signal).call();
    } catch (ClassCastException | IndexOutOfBoundsException | IllegalArgumentException rubbish) {
      // the cause may quote a variable, whose value may be secret
      LOG.debug("A signal can't be understood: {}", signal);
      LOG.trace("It is", rubbish);
      return Optional.empty();
    }
  }

  private static Event event(List<Object> values) {
    return new Event(Values.text(values), Environment.parse(Values.strings(values.get(1))));
  }

  private record Instance(String job, String name) {}

  /** The reading of one signal. */
  private final class Reading {

    private final Link link;
    private final Incoming signal;

    Reading(Link link, Incoming signal) {
      this.link = link;
      this.signal = signal;
    }

    private Optional<Consumer<UpstartListener>> call() {
      List<Object> values = signal.arguments();
      return Optional.ofNullable(
          switch (signal.member()) {
            case "JobAdded" -> {
              String job = job(Values.path(values));
              yield listener -> listener.jobAdded(job);
            }
            case "JobRemoved" -> {
              String job = gone(Values.path(values), this::job);
              yield listener -> listener.jobRemoved(job);
            }
            case "InstanceAdded" -> {
              Instance it = instance(Values.path(values));
              yield listener -> listener.instanceAdded(it.job, it.name);
            }
            case "InstanceRemoved" -> {
              Instance it = gone(Values.path(values), this::instance);
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
              ExitStatus status = ExitStatus.ofNumber((Integer) values.get(0));
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

    private String job(String path) {
      return orElement(path, names::job);
    }

    private Instance instance(String path) {
      return new Instance(job(ObjectNames.jobOf(path)), orElement(path, names::instance));
    }

    /**
     * An object that is gone cannot tell its name; the last element of its path must do. So it must
     * for every object once Upstart has not answered in time: this waits once, and not for each
     * name.
     */
    private String orElement(String path, BiFunction<String, Link, String> ask) {
      Optional<String> known = names.known(path);
      if (known.isPresent() || link == silent || !link.connection().isOpen()) {
        return known.orElseGet(() -> ObjectNames.element(path));
      }
      try {
        return ask.apply(path, link);
      } catch (UpstartTimeoutException late) {
        LOG.warn("{} does not tell the names of objects", link.connection());
        silent = link;
      } catch (UpstartException gone) {
        LOG.trace("{} can't be asked for its name", path, gone);
      }
      return ObjectNames.element(path);
    }

    private <T> T gone(String path, Function<String, T> read) {
      T last = read.apply(path);
      names.forget(path);
      return last;
    }
  }
}
