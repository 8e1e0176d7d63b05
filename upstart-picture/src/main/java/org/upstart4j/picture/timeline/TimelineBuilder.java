package org.upstart4j.picture.timeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.upstart4j.JobStatus;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.jobfile.version.UpstartVersion;

/**
 * Puts a timeline together of what happened.
 *
 * <pre>{@code
 * Timeline timeline =
 *     new TimelineBuilder()
 *         .job("web", Conditions.of(JobDefinition.of("web", file)))
 *         .add(new Happening.Emitted(Duration.ZERO, Event.of("startup"), true))
 *         .add(new Happening.NewGoal(Duration.ZERO, "web", "", Goal.START))
 *         .build();
 * }</pre>
 *
 * <p>For one thread at a time.
 */
public final class TimelineBuilder {

  private final Map<String, Conditions> conditions = new TreeMap<>();
  private final List<JobStatus> older = new ArrayList<>();
  private final List<Happening> happenings = new ArrayList<>();
  private final Map<String, List<String>> never = new HashMap<>();
  private final Map<String, String> waits = new HashMap<>();
  private UpstartVersion version = UpstartVersion.NEWEST;
  private Duration end = Duration.ZERO;

  /** Makes a builder of an empty timeline. */
  public TimelineBuilder() {}

  /**
   * Tells by which events the jobs of a folder start and stop.
   *
   * @param folder the folder
   * @param itsVersion the Upstart that it is for
   * @return this
   */
  public TimelineBuilder folder(JobFolder folder, UpstartVersion itsVersion) {
    version = itsVersion;
    conditions.putAll(FolderConditions.of(folder, itsVersion));
    return this;
  }

  /**
   * Tells by which events a job starts and stops.
   *
   * @param job the job's name
   * @param itsConditions its conditions
   * @return this
   */
  public TimelineBuilder job(String job, Conditions itsConditions) {
    conditions.put(job, itsConditions);
    return this;
  }

  /**
   * Tells how an instance stood when the timeline begins.
   *
   * @param status how it stood
   * @return this
   */
  public TimelineBuilder older(JobStatus status) {
    older.add(status);
    return this;
  }

  /**
   * Takes what happened next. What seems to have happened before the last thing, as a clock was
   * set, counts as having happened with it.
   *
   * @param happening what happened
   * @return this
   */
  public TimelineBuilder add(Happening happening) {
    happenings.add(happening.at().compareTo(end) < 0 ? Times.moved(happening, end) : happening);
    return endsAt(happening.at());
  }

  /**
   * Makes the timeline so long that it reaches a time.
   *
   * @param time the time since the beginning
   * @return this
   */
  public TimelineBuilder endsAt(Duration time) {
    end = time.compareTo(end) > 0 ? time : end;
    return this;
  }

  /**
   * Tells that a job never started. Without this, it is found out for jobs whose conditions are
   * known.
   *
   * @param job the job's name
   * @param reasons why, for people; what matters most first
   * @return this
   */
  public TimelineBuilder neverStarted(String job, List<String> reasons) {
    never.put(job, List.copyOf(reasons));
    return this;
  }

  /**
   * Tells what an instance waits for at the end. Without this, it is what its state and the
   * conditions of others say.
   *
   * @param job the job's name
   * @param instance the instance's name
   * @param text what, as in {@code it waits for web}
   * @return this
   */
  public TimelineBuilder waitsFor(String job, String instance, String text) {
    waits.put(JobStatus.label(job, instance), text);
    return this;
  }

  /**
   * Makes the timeline. More can be added afterwards, for another one.
   *
   * @return the timeline of all that was added
   */
  public Timeline build() {
    Reading reading = new Reading(conditions, version);
    older.forEach(reading::older);
    reading.take(Emissions.of(happenings, new Effects(conditions, version)));
    return new Timeline(
        new Rows(reading, this, end).all(), reading.events().all(), reading.gaps(), end, null);
  }

  Map<String, Conditions> conditions() {
    return Collections.unmodifiableMap(conditions);
  }

  Map<String, List<String>> never() {
    return never;
  }

  String waits(String job, String instance) {
    return waits.getOrDefault(JobStatus.label(job, instance), "");
  }
}
