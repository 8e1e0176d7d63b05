package org.upstart4j.picture.timeline;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.upstart4j.Event;
import org.upstart4j.ExitStatus;
import org.upstart4j.Goal;
import org.upstart4j.Job;
import org.upstart4j.JobStatus;
import org.upstart4j.State;
import org.upstart4j.Subscription;
import org.upstart4j.UnknownJobException;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartListener;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.spi.SingleThreaded;

/**
 * Records what an Upstart does, as a timeline that can be looked at while it goes on.
 *
 * <pre>{@code
 * try (TimelineRecorder recorder = TimelineRecorder.of(upstart, clock::elapsed)) {
 *   upstart.emit(Event.of("deployed"));
 *   String picture = Svg.of(recorder.timeline());
 * }
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class TimelineRecorder implements UpstartListener, AutoCloseable {

  private final Supplier<Duration> elapsed;
  private final TimelineBuilder builder = new TimelineBuilder();
  private final Set<String> newer = new HashSet<>();
  private volatile Subscription subscription = () -> {};
  private long heard;

  /**
   * Makes a recorder that has heard nothing yet, and that somebody subscribes.
   *
   * @param elapsed tells the time since the beginning
   */
  public TimelineRecorder(Supplier<Duration> elapsed) {
    this.elapsed = elapsed;
  }

  /**
   * Begins to record: with the instances that are there, and with the conditions of all jobs.
   *
   * @param upstart the Upstart
   * @param elapsed tells the time since the beginning
   * @return the recorder, which is to be closed
   * @throws org.upstart4j.UpstartException if the Upstart can't be asked
   */
  public static TimelineRecorder of(Upstart upstart, Supplier<Duration> elapsed) {
    TimelineRecorder recorder = new TimelineRecorder(elapsed);
    recorder.listenTo(upstart);
    return recorder;
  }

  /** An engine in the process tells at once, so that times are exact; it may not wait for this. */
  private void listenTo(Upstart upstart) {
    subscription =
        upstart instanceof SingleThreaded engine ? engine.hear(this) : upstart.subscribe(this);
    try {
      upstart.statuses().forEach(this::older);
      upstart.jobs().forEach(this::conditions);
    } catch (RuntimeException failure) {
      subscription.close();
      throw failure;
    }
  }

  private synchronized void older(JobStatus status) {
    if (!newer.contains(JobStatus.label(status.job(), status.instance()))) {
      builder.older(status);
    }
  }

  private void conditions(Job job) {
    try {
      Conditions conditions = Conditions.of(job);
      synchronized (this) {
        builder.job(job.name(), conditions);
      }
    } catch (UnknownJobException gone) {
      // its file went away meanwhile
    }
  }

  /** {@return what has happened until now} */
  public synchronized Timeline timeline() {
    return builder.endsAt(elapsed.get()).build();
  }

  /**
   * Tells what an instance waits for now, in the timelines from now on.
   *
   * @param job the job's name
   * @param instance the instance's name
   * @param text what; empty for what its state and the conditions of others say
   */
  public synchronized void waitsFor(String job, String instance, String text) {
    builder.waitsFor(job, instance, text);
  }

  /** {@return how many changes were heard so far} */
  public synchronized long heard() {
    return heard;
  }

  private synchronized void add(Happening happening) {
    builder.add(happening);
    heard++;
  }

  @Override
  public synchronized void instanceAdded(String job, String instance) {
    newer.add(JobStatus.label(job, instance));
  }

  @Override
  public void goalChanged(String job, String instance, Goal goal) {
    add(new Happening.NewGoal(elapsed.get(), job, instance, goal));
  }

  @Override
  public void stateChanged(String job, String instance, State state) {
    add(new Happening.NewState(elapsed.get(), job, instance, state));
  }

  @Override
  public void failed(String job, String instance, ExitStatus status) {
    add(new Happening.Failed(elapsed.get(), job, instance, status));
  }

  @Override
  public void eventEmitted(Event event) {
    add(new Happening.Finished(elapsed.get(), event));
  }

  @Override
  public void restarted() {
    add(new Happening.Gap(elapsed.get(), "Upstart has re-executed itself"));
  }

  @Override
  public void connectionLost(UpstartUnavailableException reason) {
    add(new Happening.Gap(elapsed.get(), "the connection is lost: " + reason.getMessage()));
  }

  @Override
  public void connectionRegained(Set<String> came, Set<String> gone) {
    add(new Happening.Gap(elapsed.get(), "the connection is back"));
  }

  @Override
  public void missed(long count) {
    add(new Happening.Gap(elapsed.get(), count + " changes were missed"));
  }

  /** Hears no more. What was recorded stays. */
  @Override
  public void close() {
    subscription.close();
  }
}
