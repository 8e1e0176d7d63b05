package org.upstart4j.analysis.internal.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.upstart4j.analysis.platform.Platform;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.jobfile.version.Feature;
import org.upstart4j.jobfile.version.UpstartVersion;

/** A folder of jobs, read for a target, and what is known beside it. */
public final class Folder {

  private final Target target;
  private final JobFolder contents;
  private final Surroundings surroundings;
  private final List<CheckedFile> files;
  private final Map<String, CheckedJob> jobs;
  private final List<CheckedJob> jobList;
  private @Nullable Providers providers;

  /** Reads a folder. */
  public Folder(Target target, JobFolder contents, Surroundings surroundings) {
    this.target = target;
    this.contents = contents;
    this.surroundings = surroundings;
    this.files = files(contents);
    this.jobs = jobs(files);
    this.jobList = List.copyOf(jobs.values());
  }

  private List<CheckedFile> files(JobFolder folder) {
    List<CheckedFile> read = new ArrayList<>();
    Map<String, JobFile> texts = new TreeMap<>(folder.files());
    if (followsLinks()) {
      folder.unread().forEach((path, why) -> addLink(folder, path, why, texts));
    }
    texts.forEach((path, text) -> read.add(new CheckedFile(path, text, target.version())));
    return List.copyOf(read);
  }

  private static void addLink(
      JobFolder folder, String path, JobFolder.Unread why, Map<String, JobFile> texts) {
    JobFile text = folder.unreadTexts().get(path);
    if (why == JobFolder.Unread.LINK && text != null) {
      texts.put(path, text);
    }
  }

  private Map<String, CheckedJob> jobs(List<CheckedFile> read) {
    Map<String, CheckedFile> overrides = new TreeMap<>();
    if (target.version().has(Feature.OVERRIDE)) {
      read.stream()
          .filter(CheckedFile::isOverride)
          .forEach(file -> overrides.put(file.job(), file));
    }
    Map<String, CheckedJob> byName = new TreeMap<>();
    for (CheckedFile file : read) {
      if (!file.isOverride()) {
        Optional<CheckedFile> override = Optional.ofNullable(overrides.get(file.job()));
        byName.put(file.job(), new CheckedJob(file, override));
      }
    }
    return byName;
  }

  /** Who provides which event and which job. */
  public Providers providers() {
    if (providers == null) {
      providers = new Providers(this);
    }
    return providers;
  }

  public Target target() {
    return target;
  }

  /** What the folder holds, as it was given. */
  public JobFolder contents() {
    return contents;
  }

  /** What is known beside it. */
  public Surroundings surroundings() {
    return surroundings;
  }

  /** Whether the target reads a file at all: some know no override files. */
  public boolean reads(CheckedFile file) {
    return !file.isOverride() || target.version().has(Feature.OVERRIDE);
  }

  /** Whether the target reads an override file that is a symbolic link: before 1.7. */
  public boolean followsLinks() {
    return target.version().has(Feature.OVERRIDE)
        && target.version().compareTo(UpstartVersion.V1_7) < 0;
  }

  /** The names of the jobs of the folder and beside it, sorted. */
  public SortedSet<String> jobNames() {
    SortedSet<String> names = new TreeSet<>(jobs.keySet());
    names.addAll(surroundings.context().jobs());
    return names;
  }

  /** Whether a job has a conf file: here, beside the folder, or on any platform. */
  public boolean knowsJob(String name) {
    return jobs.containsKey(name)
        || surroundings.context().conf(name).isPresent()
        || Platform.providedAnywhere().job(name).isPresent();
  }

  /** The conf and override files, sorted by path. */
  public List<CheckedFile> files() {
    return files;
  }

  /** The jobs, sorted by name. */
  public List<CheckedJob> jobs() {
    return jobList;
  }

  public Optional<CheckedJob> job(String name) {
    return Optional.ofNullable(jobs.get(name));
  }

  /** The jobs of the files beside the folder that only provide something. */
  public List<CheckedJob> contextJobs() {
    return List.copyOf(jobs(files(surroundings.context())).values());
  }
}
