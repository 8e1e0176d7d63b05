package org.upstart4j.embedded;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Environment;
import org.upstart4j.Event;
import org.upstart4j.ExitStatus;
import org.upstart4j.Goal;
import org.upstart4j.Instance;
import org.upstart4j.Job;
import org.upstart4j.ProcessType;
import org.upstart4j.State;
import org.upstart4j.UpstartListener;
import org.upstart4j.Wait;
import org.upstart4j.jobfile.JobFile;

/** An engine with scripted processes and a clock of its own, which writes down what it tells. */
final class Scripted implements AutoCloseable {

  /** Long enough for any machine, short enough to see that a test hangs. */
  static final Wait PATIENCE = Wait.atMost(Duration.ofSeconds(60));

  final ManualClock clock = new ManualClock();
  final ScriptedProcesses processes = new ScriptedProcesses(clock);

  private EmbeddedUpstartBuilder builder =
      EmbeddedUpstart.builder().clock(clock).processes(processes).environment(Map.of());
  private final List<String> heard = new ArrayList<>();
  private @Nullable EmbeddedUpstart upstart;

  Scripted with(UnaryOperator<EmbeddedUpstartBuilder> options) {
    builder = options.apply(builder);
    return this;
  }

  Scripted job(String name, String... lines) {
    builder = builder.job(name, JobFile.parse(String.join("\n", lines) + "\n"));
    return this;
  }

  synchronized EmbeddedUpstart upstart() {
    EmbeddedUpstart running = upstart;
    if (running == null) {
      running = builder.build();
      upstart = running;
      running.hear(new Writer());
    }
    return running;
  }

  Job named(String job) {
    return upstart().job(job);
  }

  Instance start(String job) {
    return named(job).start(Environment.EMPTY, PATIENCE);
  }

  void stop(String job) {
    named(job).stop(Environment.EMPTY, PATIENCE);
  }

  /** Starts a job without waiting for it, and lets happen what can. */
  void beginStart(String job) {
    named(job).start(Environment.EMPTY, Wait.NO_WAIT);
    settle();
  }

  /** Stops a job without waiting for it, and lets happen what can. */
  void beginStop(String job) {
    named(job).stop(Environment.EMPTY, Wait.NO_WAIT);
    settle();
  }

  /** Emits an event without waiting for what it sets off, and lets happen what can. */
  void emit(String event, String... variables) {
    upstart().emit(new Event(event, Environment.parse(List.of(variables))), Wait.NO_WAIT);
    settle();
  }

  void settle() {
    upstart();
    clock.settle();
  }

  void advance(Duration time) {
    clock.advance(time);
  }

  String status(String job) {
    settle();
    return named(job).status().toString();
  }

  /** How a job stands, without its processes. */
  String state(String job) {
    settle();
    return named(job).status().goal() + "/" + named(job).status().state();
  }

  ScriptedProcess main(String job) {
    return processes.last(job, ProcessType.MAIN);
  }

  /** What was told since this was asked last. */
  List<String> heard() {
    settle();
    synchronized (heard) {
      List<String> all = List.copyOf(heard);
      heard.clear();
      return all;
    }
  }

  /** The states that a job has gone through since anything was asked last. */
  List<String> states(String job) {
    return told("state " + job + " ");
  }

  /** The events that were emitted and have ended since anything was asked last. */
  List<String> events() {
    return told("event ");
  }

  private List<String> told(String begin) {
    return heard().stream()
        .filter(line -> line.startsWith(begin))
        .map(line -> line.substring(begin.length()))
        .toList();
  }

  @Override
  public void close() {
    if (upstart != null) {
      upstart.close();
    }
  }

  private final class Writer implements UpstartListener {

    private void write(String line) {
      synchronized (heard) {
        heard.add(line);
      }
    }

    private static String label(String job, String instance) {
      return instance.isEmpty() ? job : job + ":" + instance;
    }

    @Override
    public void jobAdded(String job) {
      write("job added " + job);
    }

    @Override
    public void jobRemoved(String job) {
      write("job removed " + job);
    }

    @Override
    public void instanceAdded(String job, String instance) {
      write("added " + label(job, instance));
    }

    @Override
    public void instanceRemoved(String job, String instance) {
      write("removed " + label(job, instance));
    }

    @Override
    public void goalChanged(String job, String instance, Goal goal) {
      write("goal " + label(job, instance) + " " + goal);
    }

    @Override
    public void stateChanged(String job, String instance, State state) {
      write("state " + label(job, instance) + " " + state);
    }

    @Override
    public void failed(String job, String instance, ExitStatus status) {
      write("failed " + label(job, instance) + " " + status.number());
    }

    @Override
    public void eventEmitted(Event event) {
      write("event " + event);
    }
  }
}
