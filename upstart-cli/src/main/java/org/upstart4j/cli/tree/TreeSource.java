package org.upstart4j.cli.tree;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.upstart4j.Job;
import org.upstart4j.UnknownJobException;
import org.upstart4j.Upstart;
import org.upstart4j.cli.reach.Reason;
import org.upstart4j.jobfile.JobDirectory;

/**
 * The jobs that there are.
 *
 * @param jobs those that can be read
 * @param rejected why others cannot
 * @param explanation why there is no job of a name
 */
record TreeSource(List<TreeJob> jobs, Collection<String> rejected, Explanation explanation) {

  /** Says why there is no job of a name, as far as that is known. */
  interface Explanation {
    Optional<String> of(String job) throws IOException;
  }

  /** Those of an Upstart. */
  static TreeSource of(Upstart upstart) {
    List<TreeJob> jobs = new ArrayList<>();
    for (Job job : upstart.jobs()) {
      try {
        jobs.add(TreeJob.of(job));
      } catch (UnknownJobException gone) {
        // its file went away meanwhile
      }
    }
    return new TreeSource(
        jobs, Reason.rejected(upstart).values(), name -> Reason.of(upstart, name));
  }

  /** Those of a folder. */
  static TreeSource of(JobDirectory folder) throws IOException {
    List<String> rejected = new ArrayList<>(folder.nameless().values());
    for (String job : folder.jobs()) {
      try {
        folder.rejection(job, folder.verdict(job)).ifPresent(rejected::add);
      } catch (IOException unreadable) {
        folder.explainUnknown(job).ifPresent(rejected::add);
      }
    }
    List<TreeJob> jobs = folder.definitions().values().stream().map(TreeJob::of).toList();
    return new TreeSource(jobs, rejected, folder::explainUnknown);
  }

  /** A job. */
  TreeJob job(String name) throws IOException {
    for (TreeJob job : jobs) {
      if (job.name().equals(name)) {
        return job;
      }
    }
    UnknownJobException unknown = new UnknownJobException(name);
    throw explanation.of(name).map(unknown::explained).orElse(unknown);
  }
}
