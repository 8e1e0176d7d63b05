package org.upstart4j.cli.timeline;

import java.util.Optional;
import java.util.function.Supplier;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.picture.Page;
import org.upstart4j.picture.graph.JobGraph;
import org.upstart4j.picture.graph.JobGraphBuilder;
import org.upstart4j.picture.timeline.Timeline;

/**
 * What a timeline is about.
 *
 * @param name what it is called
 * @param graph the graph of its jobs, if their conditions are known
 */
record Subject(String name, Supplier<Optional<JobGraph>> graph) {

  /** Jobs that are not known. */
  static Subject of(String name) {
    return new Subject(name, Optional::empty);
  }

  /** The jobs of a folder. */
  static Subject of(String name, JobFolder folder, Target target) {
    return new Subject(name, () -> Optional.of(JobGraphBuilder.of(folder, target).build()));
  }

  /** A page with both. */
  String page(Timeline timeline) {
    Page page = Page.of("Timeline of " + name).with(timeline);
    return graph.get().map(page::with).orElse(page).toHtml();
  }
}
