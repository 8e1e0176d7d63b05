package org.upstart4j.picture.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.jobfile.Verdict;
import org.upstart4j.jobfile.version.Feature;
import org.upstart4j.jobfile.version.UpstartVersion;

/**
 * The jobs of a folder as an Upstart would know them.
 *
 * @param folder the folder
 * @param version the Upstart
 */
record FolderJobs(JobFolder folder, UpstartVersion version) {

  private static final String CONF = ".conf";
  private static final String OVERRIDE = ".override";

  /** All of them, sorted by name; what is rejected or cannot be read has a name only. */
  List<GraphJob> all() {
    SortedSet<String> names = new TreeSet<>(folder.jobs());
    for (String path : folder.unreadable().keySet()) {
      if (path.endsWith(CONF)) {
        names.add(path.substring(0, path.length() - CONF.length()));
      }
    }
    List<GraphJob> jobs = new ArrayList<>();
    names.forEach(
        name ->
            jobs.add(folder.conf(name).map(conf -> job(name, conf)).orElseGet(() -> none(name))));
    return jobs;
  }

  private static GraphJob none(String name) {
    return GraphJob.unreadable(name);
  }

  private GraphJob job(String name, JobFile conf) {
    Optional<JobFile> override = override(name);
    Verdict verdict =
        override.isPresent()
            ? JobDefinition.verdict(name, conf, override.get(), version)
            : JobDefinition.verdict(name, conf, version);
    JobStanzas stanzas = new JobStanzas();
    stanzas.add(name + CONF, conf);
    override.ifPresent(file -> stanzas.add(name + OVERRIDE, file));
    return verdict.registered().map(stanzas::job).orElseGet(() -> none(name));
  }

  /** The override file, if this version reads it; before 1.7 it may be a link. */
  private Optional<JobFile> override(String job) {
    if (!version.has(Feature.OVERRIDE)) {
      return Optional.empty();
    }
    Optional<JobFile> file = folder.override(job);
    boolean followsLinks = version.compareTo(UpstartVersion.V1_7) < 0;
    return file.isEmpty() && followsLinks ? link(job + OVERRIDE) : file;
  }

  private Optional<JobFile> link(String path) {
    return folder.unread().get(path) == JobFolder.Unread.LINK
        ? Optional.ofNullable(folder.unreadTexts().get(path))
        : Optional.empty();
  }
}
