package org.upstart4j.it.scenario;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.upstart4j.Instance;
import org.upstart4j.Job;
import org.upstart4j.JobProcess;
import org.upstart4j.UnknownInstanceException;
import org.upstart4j.UnknownJobException;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartException;
import org.upstart4j.Wait;
import org.upstart4j.it.site.Eventually;
import org.upstart4j.it.site.Site;

/**
 * The folder of jobs of an Upstart that is there: closing ends what a play has left of its jobs.
 */
final class SiteFolder implements Folder {

  private final Site site;
  private final Upstart upstart;
  private final Set<String> written = new LinkedHashSet<>();

  SiteFolder(Site site, Upstart upstart) {
    this.site = site;
    this.upstart = upstart;
  }

  @Override
  public void write(String name, String text) {
    written.add(name);
    site.write(Map.of(name, text));
  }

  @Override
  public void remove(String name) {
    site.remove(List.of(name));
  }

  @Override
  public void close() {
    site.remove(written);
    instances().forEach(SiteFolder::stop);
    Eventually.is(this::isEmpty, "all jobs have gone");
  }

  private boolean isEmpty() {
    for (Instance instance : instances()) {
      processes(instance).forEach(this::kill);
    }
    return jobs().isEmpty();
  }

  private List<Job> jobs() {
    return upstart.jobs().stream().filter(job -> !site.owns(job.name())).toList();
  }

  private List<Instance> instances() {
    return jobs().stream().flatMap(job -> instances(job).stream()).toList();
  }

  private static List<Instance> instances(Job job) {
    try {
      return job.instances();
    } catch (UnknownJobException gone) {
      return List.of();
    }
  }

  private static List<JobProcess> processes(Instance instance) {
    try {
      return instance.processes();
    } catch (UnknownInstanceException | UnknownJobException gone) {
      return List.of();
    }
  }

  private static void stop(Instance instance) {
    try {
      instance.stop(Wait.NO_WAIT);
    } catch (UpstartException stops) {
      // or it has gone
    }
  }

  private void kill(JobProcess process) {
    site.kill("KILL", Integer.toString(process.pid()));
  }
}
