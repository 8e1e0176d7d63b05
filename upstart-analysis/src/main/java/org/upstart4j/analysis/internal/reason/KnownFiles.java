package org.upstart4j.analysis.internal.reason;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.upstart4j.analysis.internal.model.CheckedFile;
import org.upstart4j.analysis.internal.model.CheckedJob;
import org.upstart4j.analysis.internal.model.Folder;
import org.upstart4j.analysis.internal.model.Placed;
import org.upstart4j.analysis.internal.model.Surroundings;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.analysis.reason.Evidence;
import org.upstart4j.analysis.reason.KnownFolder;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.jobfile.Problem;
import org.upstart4j.jobfile.SourceSpan;
import org.upstart4j.jobfile.version.UpstartVersion;

/** All folders of job files as one, in which a file of an earlier folder hides that of a later. */
final class KnownFiles {

  private final List<KnownFolder> folders;
  private final Folder merged;

  KnownFiles(Target target, List<KnownFolder> folders) {
    this.folders = folders;
    this.merged = new Folder(target, merge(folders), Surroundings.UNKNOWN);
  }

  private static JobFolder merge(List<KnownFolder> folders) {
    Map<String, JobFile> files = new TreeMap<>();
    Map<String, JobFolder.Unread> unread = new TreeMap<>();
    Map<String, JobFile> texts = new TreeMap<>();
    Map<String, Problem> unreadable = new TreeMap<>();
    for (KnownFolder folder : folders) {
      folder.contents().files().forEach(files::putIfAbsent);
      folder.contents().unread().forEach(unread::putIfAbsent);
      folder.contents().unreadTexts().forEach(texts::putIfAbsent);
      folder.contents().unreadable().forEach(unreadable::putIfAbsent);
    }
    return JobFolder.of(files).withUnread(unread).withUnreadTexts(texts).withUnreadable(unreadable);
  }

  Folder folder() {
    return merged;
  }

  boolean isEmpty() {
    return folders.isEmpty();
  }

  /** The folders that were searched. */
  List<String> paths() {
    return folders.stream().map(KnownFolder::path).toList();
  }

  Optional<CheckedJob> job(String name) {
    return merged.job(name);
  }

  /** What a job's files define, as far as Upstart accepts them. */
  Optional<JobDefinition> definition(String name) {
    UpstartVersion version = merged.target().version();
    return merged
        .job(name)
        .flatMap(
            job ->
                job.override()
                    .map(
                        override ->
                            JobDefinition.verdict(
                                name, job.conf().text(), override.text(), version))
                    .orElseGet(() -> JobDefinition.verdict(name, job.conf().text(), version))
                    .registered());
  }

  /** The whole path of a file. */
  String path(String file) {
    return folderOf(file)
        .or(() -> folders.stream().findFirst())
        .map(folder -> folder.pathOf(file))
        .orElse(file);
  }

  private Optional<KnownFolder> folderOf(String file) {
    return folders.stream()
        .filter(
            folder ->
                folder.contents().files().containsKey(file)
                    || folder.contents().unread().containsKey(file)
                    || folder.contents().unreadable().containsKey(file))
        .findFirst();
  }

  /** How long ago what counts of a job's files was changed last. */
  Optional<Duration> age(String job) {
    return merged.job(job).flatMap(this::age);
  }

  private Optional<Duration> age(CheckedJob job) {
    List<Duration> ages = new ArrayList<>();
    age(job.conf()).ifPresent(ages::add);
    job.override().flatMap(this::age).ifPresent(ages::add);
    return ages.stream().min(Duration::compareTo);
  }

  private Optional<Duration> age(CheckedFile file) {
    return folderOf(file.path()).map(folder -> folder.ages().get(file.path()));
  }

  /** The first line of a stanza. */
  Evidence line(Placed placed) {
    SourceSpan head = placed.head();
    return line(placed.file(), head.line());
  }

  /** The lines of stanzas. */
  List<Evidence> lines(Optional<Placed> placed) {
    return placed.map(this::line).stream().toList();
  }

  /** A line of a file. */
  Evidence line(CheckedFile file, int line) {
    return new Evidence.InFile(path(file.path()), line, file.text().line(line).strip());
  }
}
