package org.upstart4j.simulation;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.upstart4j.Event;
import org.upstart4j.analysis.Why;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.analysis.reason.Reason;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.state.UpstartState;

/** What happened in a simulation. Immutable. */
public final class Course {

  private final CourseSetting setting;
  private final CourseOutcome outcome;
  private final List<Moment> moments;
  private final CourseReading reading;
  private final List<InstanceCourse> instances;

  Course(CourseSetting setting, CourseOutcome outcome, List<Moment> moments) {
    this.setting = setting;
    this.outcome = outcome;
    this.moments = List.copyOf(moments);
    this.reading = new CourseReading(this.moments, setting.standIns());
    this.instances = reading.instances();
  }

  /** {@return the folder, as it was given} */
  public JobFolder folder() {
    return setting.folder();
  }

  /** {@return the Upstart that the folder is for} */
  public Target target() {
    return setting.target();
  }

  /** {@return all that happened, in order} */
  public List<Moment> moments() {
    return moments;
  }

  /** {@return why the simulation ended} */
  public CourseEnd end() {
    return outcome.end();
  }

  /** {@return how much simulated time had passed at the end} */
  public Duration length() {
    return outcome.length();
  }

  /**
   * {@return the instances that were started, in the order in which they first were; those of jobs
   * that stand in for others are among them}
   */
  public List<InstanceCourse> instances() {
    return instances;
  }

  /**
   * Finds what became of a job.
   *
   * @param job the job's name
   * @return its instances that were started, in the order in which they first were
   */
  public List<InstanceCourse> instances(String job) {
    return instances.stream().filter(instance -> instance.job().equals(job)).toList();
  }

  /**
   * Says whether a job runs at the end.
   *
   * @param job the job's name
   * @return whether an instance of it does
   */
  public boolean runs(String job) {
    return instances(job).stream().anyMatch(InstanceCourse::isRunning);
  }

  /** {@return the jobs of the folder that Upstart knows, and that never started; sorted} */
  public SortedSet<String> neverStarted() {
    SortedSet<String> names = new TreeSet<>(setting.folder().jobs());
    names.removeAll(setting.rejected().keySet());
    instances.forEach(instance -> names.remove(instance.job()));
    return names;
  }

  /** {@return why Upstart rejects files, by the jobs' names; sorted} */
  public SortedMap<String, String> rejected() {
    return Collections.unmodifiableSortedMap(new TreeMap<>(setting.rejected()));
  }

  /** {@return the failures, in the order in which they happened} */
  public List<CourseFailure> failures() {
    return reading.failures();
  }

  /** {@return the instances that are neither running nor stopped at the end} */
  public List<InstanceCourse> hanging() {
    return instances.stream().filter(InstanceCourse::hangs).toList();
  }

  /**
   * {@return the events that have not come to their end, because what they set off has not; in the
   * order in which they were emitted}
   */
  public List<Event> openEvents() {
    return reading.open();
  }

  /** {@return the caller's events that were not emitted, as one before them has not ended} */
  public List<Event> notEmitted() {
    return outcome.notEmitted();
  }

  /** {@return the processes of the folder's jobs that no scenario said anything about} */
  public List<DefaultProgram> byDefault() {
    return reading.byDefault();
  }

  /** {@return the entries of the scenario's programs that were for no process} */
  public List<String> unusedPrograms() {
    return outcome.unusedPrograms();
  }

  /**
   * {@return the instances whose process forked more often than its job expects, and runs without
   * Upstart knowing}
   */
  public List<String> lost() {
    return outcome.lost();
  }

  /** {@return the jobs that stand in for those that the folder lacks; sorted} */
  public SortedSet<String> standIns() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(setting.standIns()));
  }

  /**
   * Says why jobs never started.
   *
   * @param path what the folder is called, for the texts
   * @return the reasons by job, of those that {@link #neverStarted} names; what matters most first
   */
  public SortedMap<String, List<Reason>> whyNeverStarted(String path) {
    SortedMap<String, List<Reason>> reasons = new TreeMap<>();
    if (!neverStarted().isEmpty()) {
      Why why = Why.of(new CourseKnowledge(target(), path, folder(), state()));
      for (String job : neverStarted()) {
        reasons.put(
            job, why.job(job).stream().flatMap(answer -> answer.reasons().stream()).toList());
      }
    }
    return reasons;
  }

  /** {@return Upstart's own state at the end} */
  public UpstartState state() {
    return UpstartState.parse(outcome.stateDump());
  }

  @Override
  public String toString() {
    return "%d instances in %s, %s".formatted(instances.size(), outcome.length(), outcome.end());
  }
}
