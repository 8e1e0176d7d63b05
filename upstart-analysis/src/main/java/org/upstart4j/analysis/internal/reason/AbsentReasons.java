package org.upstart4j.analysis.internal.reason;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.upstart4j.analysis.internal.model.CheckedFile;
import org.upstart4j.analysis.internal.model.CheckedJob;
import org.upstart4j.analysis.reason.Absent;
import org.upstart4j.analysis.reason.Evidence;
import org.upstart4j.analysis.reason.Reason;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.jobfile.Problem;
import org.upstart4j.jobfile.version.Feature;
import org.upstart4j.spi.NearNames;
import org.upstart4j.state.JobState;

/** Why there is no job of a name, and which files of a job do not count. */
final class AbsentReasons {

  private static final String OVERRIDE = ".override";
  private static final int MOST_NEAR = 3;

  private final Facts facts;

  AbsentReasons(Facts facts) {
    this.facts = facts;
  }

  private KnownFiles files() {
    return facts.files();
  }

  /** Why Upstart has no job of a name; {@code known} are the names of those that it has. */
  Reason of(String job, SortedSet<String> known) {
    Optional<CheckedJob> file = files().job(job);
    if (file.isPresent()) {
      return rejected(job, file.get().conf(), false)
          .orElseGet(() -> new Absent.NotReadYet(job, files().path(file.get().conf().path())));
    }
    return unreadable(job)
        .or(() -> neverRead(job))
        .or(() -> stray(job))
        .orElseGet(() -> new Absent.NoSuchJob(job, near(job, known), files().paths()));
  }

  private Optional<Reason> rejected(String job, CheckedFile conf, boolean isThere) {
    return conf.problems().stream()
        .findFirst()
        .map(
            problem ->
                new Absent.FileRejected(
                    job,
                    files().path(conf.path()),
                    problem.span().line(),
                    problem.span().column(),
                    problem.message(),
                    isThere,
                    line(conf, problem)));
  }

  private List<Evidence> line(CheckedFile file, Problem problem) {
    return List.of(files().line(file, problem.span().line()));
  }

  private Optional<Reason> unreadable(String job) {
    String path = job + ".conf";
    return Optional.ofNullable(files().folder().contents().unreadable().get(path))
        .map(problem -> new Absent.FileUnreadable(job, files().path(path), problem.message()));
  }

  private Optional<Reason> neverRead(String job) {
    if (files().folder().contents().override(job).isPresent()) {
      return Optional.of(
          new Absent.NeverRead(
              job,
              files().path(job + OVERRIDE),
              "an override file counts only beside a conf file, and there is no " + job + ".conf"));
    }
    return files().folder().contents().unread().entrySet().stream()
        .filter(entry -> entry.getValue() == JobFolder.Unread.NAME)
        .filter(entry -> isMeantBy(entry.getKey(), job))
        .<Reason>map(
            entry ->
                new Absent.NeverRead(
                    job,
                    files().path(entry.getKey()),
                    "its name does not end in .conf; call it " + job + ".conf"))
        .findFirst();
  }

  private Optional<Reason> stray(String job) {
    return facts.knowledge().strays(job).stream()
        .<Reason>map(
            path ->
                new Absent.NeverRead(
                    job,
                    path,
                    "it reads only files that end in .conf in "
                        + String.join(", ", files().paths())))
        .findFirst();
  }

  /** Whether a file that is not read has the job's name, with another ending or none. */
  private static boolean isMeantBy(String path, String job) {
    return path.startsWith(job)
        && (path.length() == job.length() || path.charAt(job.length()) == '.');
  }

  private List<String> near(String job, SortedSet<String> known) {
    SortedSet<String> names = new TreeSet<>(known);
    names.addAll(files().folder().contents().jobs());
    String plain = job.substring(job.lastIndexOf('/') + 1).replaceFirst("\\.(conf|override)$", "");
    if (names.contains(plain)) {
      return List.of(plain);
    }
    List<String> inFolders =
        names.stream().filter(name -> name.endsWith("/" + job)).limit(MOST_NEAR).toList();
    return inFolders.isEmpty() ? NearNames.of(names, job) : inFolders;
  }

  /** What files of a job do not count although the job is there. */
  List<Reason> ofPart(String job) {
    List<Reason> reasons = new ArrayList<>();
    Optional<CheckedJob> found = files().job(job);
    if (facts.job(job).filter(JobState::deleted).isEmpty()) {
      found
          .map(CheckedJob::conf)
          .flatMap(conf -> rejected(job, conf, true))
          .ifPresent(reasons::add);
    }
    found
        .flatMap(CheckedJob::override)
        .flatMap(override -> overrideRejected(job, override))
        .ifPresent(reasons::add);
    if (found.isPresent() && !facts.knowledge().target().version().has(Feature.OVERRIDE)) {
      overrideUnread(job).ifPresent(reasons::add);
    }
    return reasons;
  }

  private Optional<Reason> overrideRejected(String job, CheckedFile override) {
    return override.problems().stream()
        .findFirst()
        .map(
            problem ->
                new Absent.OverrideRejected(
                    job,
                    files().path(override.path()),
                    problem.span().line(),
                    problem.span().column(),
                    problem.message(),
                    line(override, problem)));
  }

  private Optional<Reason> overrideUnread(String job) {
    return files().folder().contents().override(job).isPresent()
        ? Optional.of(
            new Absent.OverrideUnread(
                job, files().path(job + OVERRIDE), facts.knowledge().target().version().text()))
        : Optional.empty();
  }
}
