package org.upstart4j.analysis.internal.rule;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.upstart4j.analysis.internal.model.CheckedFile;
import org.upstart4j.analysis.internal.model.Folder;
import org.upstart4j.analysis.internal.model.JobLook;
import org.upstart4j.analysis.internal.model.Near;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFolder.Unread;
import org.upstart4j.jobfile.SourceSpan;
import org.upstart4j.jobfile.version.Feature;

/** A file that Upstart never reads. */
final class NeverReadRule implements RuleCheck {

  /** For how many files near names are looked for, as each is compared with each job's. */
  private static final int MOST_PROPOSALS = 20;

  @Override
  public void check(Folder folder, Report report) {
    folder
        .contents()
        .unread()
        .forEach(
            (path, why) -> {
              Optional<JobFile> text =
                  Optional.ofNullable(folder.contents().unreadTexts().get(path));
              if (why == Unread.LINK) {
                checkLink(path, folder, report);
              } else if (text.filter(known -> JobLook.isLikeJob(path, known)).isPresent()) {
                addName(path, report);
              }
            });
    Set<String> names = folder.jobNames();
    Set<String> places = names.stream().map(NeverReadRule::place).collect(Collectors.toSet());
    int proposals = 0;
    for (CheckedFile file : folder.files()) {
      if (file.isOverride() && !folder.reads(file)) {
        addUnknown(file, folder, report);
      } else if (file.isOverride()
          && places.contains(place(file.job()))
          && !folder.knowsJob(file.job())) {
        addJobless(file, proposals++ < MOST_PROPOSALS ? names : Set.of(), report);
      }
    }
  }

  /**
   * The folder of a job. An override file in a folder without conf files is for the job of another
   * package.
   */
  private static String place(String job) {
    return job.substring(0, job.lastIndexOf('/') + 1);
  }

  private static void addName(String path, Report report) {
    report.add(
        path,
        top(),
        "\"%s\" is never read: its name does not end in \".conf\"".formatted(path),
        "Upstart reads only files whose names end in \".conf\" or \".override\", and says nothing"
            + " about others. Call it \"%s\".".formatted(JobLook.properName(path)),
        Optional.empty());
  }

  private static void checkLink(String path, Folder folder, Report report) {
    if (!folder.followsLinks()) {
      report.add(
          path,
          top(),
          "The override file \"%s\" is never read: it is a symbolic link".formatted(path),
          "Since 1.7 Upstart passes over an override file that is a symbolic link, and the job is as"
              + " its conf file says. Copy the file instead.",
          Optional.empty());
    }
  }

  private static void addUnknown(CheckedFile file, Folder folder, Report report) {
    add(
        file,
        "The target reads no override files",
        "%s knows no override files, so the job is as its conf file says. Instead: %s."
            .formatted(folder.target(), Feature.OVERRIDE.instead().orElseThrow()),
        report);
  }

  private static void addJobless(CheckedFile file, Set<String> names, Report report) {
    List<String> near = Near.names(file.job(), names);
    add(
        file,
        "There is no \"%s.conf\" for this override file".formatted(file.job()),
        "Upstart reads an override file only with the conf file of the same name in the same folder."
            + (near.isEmpty() ? "" : " Is \"%s.conf\" meant?".formatted(near.get(0))),
        report);
  }

  private static void add(CheckedFile file, String message, String reason, Report report) {
    report.add(file, file.top(), message, reason);
  }

  private static SourceSpan top() {
    return new SourceSpan(0, 0, 1, 1);
  }
}
