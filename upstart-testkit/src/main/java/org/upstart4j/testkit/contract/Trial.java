package org.upstart4j.testkit.contract;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.upstart4j.Environment;
import org.upstart4j.Event;
import org.upstart4j.Goal;
import org.upstart4j.Job;
import org.upstart4j.ProcessType;
import org.upstart4j.Signal;
import org.upstart4j.State;
import org.upstart4j.Upstart;
import org.upstart4j.Wait;

/**
 * The Upstart of one test: its jobs and events have names of their own, and are gone when the test
 * is over.
 */
public final class Trial implements AutoCloseable {

  /** For what should come soon: so long that only a fault takes longer. */
  static final Wait PATIENCE = Wait.atMost(Duration.ofSeconds(60));

  private static final AtomicLong COUNT = new AtomicLong(System.currentTimeMillis() * 1000);

  private final UpstartFixture fixture;
  private final Set<String> jobs = new LinkedHashSet<>();
  private final Deque<AutoCloseable> undone = new ArrayDeque<>();

  /**
   * Begins a test.
   *
   * @param fixture closed when the test is over
   */
  public Trial(UpstartFixture fixture) {
    this.fixture = fixture;
  }

  /** Returns the Upstart under test. */
  public Upstart upstart() {
    return fixture.upstart();
  }

  /** Returns what the test can do behind the Upstart's back. */
  public UpstartFixture fixture() {
    return fixture;
  }

  /** Returns a name that nothing else has, for a job or an event. */
  public String name(String word) {
    return word + "-" + Long.toString(COUNT.incrementAndGet(), 36);
  }

  /** Returns an event of a name that nothing else has. */
  public Event event() {
    return Event.of(name("event"));
  }

  /** Makes a job from these lines, with a name that nothing else has. */
  public Job job(String... lines) {
    return named(name("job"), lines);
  }

  /** Makes a job from these lines, and waits until Upstart knows it. */
  public Job named(String name, String... lines) {
    write(name + ".conf", lines);
    Eventually.is(() -> TrialJobs.isKnown(upstart(), name), "job " + name + " is known");
    return upstart().job(name);
  }

  /** Writes a file of a job; when the test is over it is removed, and the job stopped. */
  public void write(String file, String... lines) {
    jobs.add(file.substring(0, file.lastIndexOf('.')));
    undone.addLast(() -> fixture.remove(file));
    fixture.write(file, String.join("\n", lines) + "\n");
  }

  /** Listens to everything that happens from now on. */
  Heard listen() {
    Heard heard = new Heard();
    undone.addFirst(upstart().subscribe(heard));
    return heard;
  }

  /** Starts a job, and waits only until it is in that state. */
  void startUntil(State state, Job job) {
    job.start(Environment.EMPTY, Wait.NO_WAIT);
    job.await(Goal.START, state, PATIENCE);
  }

  /** Sends a signal to a process of the only instance of a job. */
  void signal(Job job, ProcessType type, Signal signal) {
    fixture.signal(TrialJobs.pid(job, type), signal);
  }

  @Override
  public void close() {
    AssertionError failures = new AssertionError("The test could not be cleaned up");
    undone.addFirst(() -> TrialJobs.end(fixture, jobs));
    undone.addLast(fixture);
    for (AutoCloseable next : undone) {
      try {
        next.close();
      } catch (Exception | AssertionError failure) {
        failures.addSuppressed(failure);
      }
    }
    if (failures.getSuppressed().length > 0) {
      throw failures;
    }
  }
}
