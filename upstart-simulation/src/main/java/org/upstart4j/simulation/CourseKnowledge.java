package org.upstart4j.simulation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.analysis.reason.Knowledge;
import org.upstart4j.analysis.reason.KnownFolder;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.state.UpstartState;

/**
 * What is known at the end of a simulation, about jobs that never started.
 *
 * @param target the Upstart that the jobs are for
 * @param path what the folder is called
 * @param folder the jobs
 * @param told the state
 */
record CourseKnowledge(Target target, String path, JobFolder folder, UpstartState told)
    implements Knowledge {

  @Override
  public Optional<UpstartState> state() {
    return Optional.of(told);
  }

  @Override
  public List<KnownFolder> folders() {
    return List.of(new KnownFolder(path, folder, Map.of()));
  }

  /** There are none about a job that never started, and that is known. */
  @Override
  public boolean tellsEachStep() {
    return true;
  }
}
