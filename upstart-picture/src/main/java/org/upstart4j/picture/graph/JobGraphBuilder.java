package org.upstart4j.picture.graph;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.upstart4j.JobStatus;
import org.upstart4j.UnknownJobException;
import org.upstart4j.Upstart;
import org.upstart4j.analysis.finding.Finding;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.picture.graph.GraphJob.Condition;

/**
 * Makes a graph of jobs. Not thread-safe.
 *
 * <pre>{@code
 * JobFolder folder = JobDirectory.of(Path.of("/etc/init")).read();
 * JobGraph graph =
 *     JobGraphBuilder.of(folder, Target.of(Platform.UBUNTU_14_04))
 *         .findings(Check.of(Platform.UBUNTU_14_04).check(folder))
 *         .stops()
 *         .build();
 * }</pre>
 */
public final class JobGraphBuilder {

  private final List<GraphJob> jobs;
  private Collection<Finding> findings = List.of();
  private Collection<JobStatus> statuses = List.of();
  private boolean sharesEvents;
  private boolean hasStops;
  private boolean hasAllEvents;

  private JobGraphBuilder(List<GraphJob> jobs) {
    this.jobs = jobs;
  }

  /**
   * Starts with a folder of job files. Override files count as Upstart counts them. A job whose
   * files Upstart rejects is there, but nothing leads to it unless Upstart keeps a part of it.
   *
   * @param folder what the folder holds
   * @param target the Upstart that reads it
   * @return a builder
   */
  public static JobGraphBuilder of(JobFolder folder, Target target) {
    return new JobGraphBuilder(new FolderJobs(folder, target.version()).all());
  }

  /**
   * Starts with the jobs of an Upstart, which are asked for what starts and stops them. Their
   * stanzas are not known then. How the jobs stand is only known after {@link #statuses}.
   *
   * @param upstart the Upstart
   * @return a builder
   * @throws org.upstart4j.UpstartException if it cannot be asked
   */
  public static JobGraphBuilder of(Upstart upstart) {
    SortedMap<String, GraphJob> jobs = new TreeMap<>();
    upstart
        .jobs()
        .forEach(
            job -> {
              try {
                jobs.put(job.name(), GraphJob.of(job));
              } catch (UnknownJobException gone) {
                // its file went away meanwhile
              }
            });
    return new JobGraphBuilder(List.copyOf(jobs.values()));
  }

  /**
   * Sets what is wrong with the files; by default nothing is known about that.
   *
   * @param found findings in the conf and override files of the folder
   * @return this builder
   */
  public JobGraphBuilder findings(Collection<Finding> found) {
    this.findings = List.copyOf(found);
    return this;
  }

  /**
   * Sets how instances stand; by default nothing is known about that.
   *
   * @param known the statuses, as {@link Upstart#statuses()} tells them
   * @return this builder
   */
  public JobGraphBuilder statuses(Collection<JobStatus> known) {
    this.statuses = List.copyOf(known);
    return this;
  }

  /**
   * Lets each event have one node; by default it has one at each use.
   *
   * @return this builder
   */
  public JobGraphBuilder sharedEvents() {
    this.sharesEvents = true;
    return this;
  }

  /**
   * Adds what stops jobs; by default only what starts them is there.
   *
   * @return this builder
   */
  public JobGraphBuilder stops() {
    this.hasStops = true;
    return this;
  }

  /**
   * Adds the events that jobs emit and no condition waits for.
   *
   * @return this builder
   */
  public JobGraphBuilder allEvents() {
    this.hasAllEvents = true;
    return this;
  }

  /** {@return the graph; the same one each time for the same jobs} */
  public JobGraph build() {
    JobNodes about = new JobNodes(findings, statuses);
    Parts parts = new Parts(jobs.stream().map(GraphJob::name).toList());
    Sketch sketch = new Sketch(sharesEvents, about::stranger);
    jobs.forEach(job -> sketch.job(about.node(job)));
    for (GraphJob job : jobs) {
      job.startOn().ifPresent(start -> draw(sketch, parts, job, start, false));
      if (hasStops) {
        job.stopOn().ifPresent(stop -> draw(sketch, parts, job, stop, true));
      }
    }
    for (GraphJob job : jobs) {
      job.emits().forEach(event -> sketch.emits(job.name(), event, hasAllEvents));
    }
    return sketch.graph();
  }

  private static void draw(
      Sketch sketch, Parts parts, GraphJob job, Condition condition, boolean stops) {
    sketch.condition(job.name(), parts.of(condition.events()), condition, stops);
  }
}
