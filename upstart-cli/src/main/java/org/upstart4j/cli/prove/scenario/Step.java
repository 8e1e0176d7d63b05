package org.upstart4j.cli.prove.scenario;

import java.time.Duration;
import org.upstart4j.Environment;
import org.upstart4j.Signal;
import org.upstart4j.cli.prove.machine.JobState;
import org.upstart4j.cli.prove.probe.Behaviour;
import org.upstart4j.cli.prove.probe.Probe;

/** Something that is done on a machine, and that shows in the trace. */
public sealed interface Step {

  /** {@return what is done, in a few words} */
  String text();

  /**
   * A command about a job.
   *
   * @param kind what it is told
   * @param job the job's name
   * @param variables what chooses its instance
   */
  record Command(Kind kind, String job, Environment variables) implements Step {

    /** What a job is told. */
    public enum Kind {
      /** Start it. */
      START("start"),
      /** Stop it. */
      STOP("stop"),
      /** Stop it and start it again. */
      RESTART("restart"),
      /** Have it read its configuration. */
      RELOAD("reload");

      private final String word;

      Kind(String word) {
        this.word = word;
      }
    }

    @Override
    public String text() {
      return (kind.word + " " + job + " " + String.join(" ", variables.entries())).strip();
    }
  }

  /**
   * Starts a job without waiting for it, so that something can be done meanwhile.
   *
   * @param job the job's name
   * @param variables what chooses its instance
   */
  record Begin(String job, Environment variables) implements Step {

    @Override
    public String text() {
      return "begin to start " + job;
    }
  }

  /**
   * Emits an event.
   *
   * @param event its name
   */
  record Emit(String event) implements Step {

    @Override
    public String text() {
      return "emit " + event;
    }
  }

  /** Brings the machine up. */
  record Boot() implements Step {

    @Override
    public String text() {
      return "boot";
    }
  }

  /** Brings the machine down. */
  record Shutdown() implements Step {

    @Override
    public String text() {
      return "shutdown";
    }
  }

  /**
   * Sends a signal to the process of a probe that began last.
   *
   * @param probe the probe
   * @param signal the signal
   */
  record Kill(Probe probe, Signal signal) implements Step {

    @Override
    public String text() {
      return "send " + signal + " to " + probe;
    }
  }

  /**
   * Waits until a probe has noted who it is.
   *
   * @param probe the probe
   * @param times how often
   */
  record AwaitProcess(Probe probe, int times) implements Step {

    @Override
    public String text() {
      return "await " + probe + " " + times;
    }
  }

  /**
   * Waits until a job stands somewhere.
   *
   * @param job the job's name
   * @param variables what chooses its instance
   * @param state where
   */
  record AwaitState(String job, Environment variables, JobState state) implements Step {

    @Override
    public String text() {
      return "await that " + job + " " + state.text();
    }
  }

  /**
   * Changes what a probe does.
   *
   * @param probe the probe
   * @param behaviour what it does from now on
   */
  record Behave(Probe probe, Behaviour behaviour) implements Step {

    @Override
    public String text() {
      return "change " + probe;
    }
  }

  /**
   * Does nothing.
   *
   * @param time how long
   */
  record Pause(Duration time) implements Step {

    @Override
    public String text() {
      return "pause";
    }
  }
}
