package org.upstart4j.it.scenario;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.upstart4j.Job;
import org.upstart4j.Upstart;
import org.upstart4j.it.site.Eventually;
import org.upstart4j.it.site.Site;
import org.upstart4j.testkit.contract.JobCleanup;

/** The folder of jobs of an Upstart that is there: closing ends what is left of a play's jobs. */
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
    jobs().forEach(JobCleanup::stop);
    Eventually.is(this::isEmpty, "all jobs have gone");
  }

  private boolean isEmpty() {
    jobs().forEach(job -> JobCleanup.kill(job, this::kill));
    return jobs().isEmpty();
  }

  private List<Job> jobs() {
    return upstart.jobs().stream().filter(job -> !site.owns(job.name())).toList();
  }

  private void kill(int pid) {
    site.kill("KILL", Integer.toString(pid));
  }
}
