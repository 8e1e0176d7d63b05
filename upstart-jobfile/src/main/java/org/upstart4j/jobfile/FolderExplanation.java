package org.upstart4j.jobfile;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.upstart4j.jobfile.stanza.StanzaName;
import org.upstart4j.spi.NearNames;

/**
 * Explains, from the files of a folder, why a job is not known, is rejected, or does not start.
 *
 * @param files the files
 */
record FolderExplanation(FolderFiles files) {

  Optional<String> unknown(String job) throws IOException {
    Optional<String> rejected = rejection(job);
    if (rejected.isPresent()) {
      return rejected;
    }
    for (Path file : files.unread()) {
      String name = files.root().relativize(file).toString();
      if (name.equals(job) || name.startsWith(job + ".")) {
        return Optional.of(file + " is not read, as its name does not end in .conf");
      }
    }
    return NearNames.proposal(files.jobs(), job);
  }

  private Optional<String> rejection(String job) {
    try {
      return rejection(job, files.verdict(job));
    } catch (IllegalArgumentException | NoSuchFileException none) {
      return Optional.empty();
    } catch (IOException unreadable) {
      return Optional.of(files.confPath(job) + ": cannot be read: " + unreadable.getMessage());
    }
  }

  Optional<String> rejection(String job, Verdict verdict) {
    return verdict instanceof Verdict.Rejected rejected
        ? Optional.of(path(job, rejected) + ":" + rejected.problem())
        : Optional.empty();
  }

  private Path path(String job, Verdict.Rejected rejected) {
    return rejected.inOverride() ? files.overridePath(job) : files.confPath(job);
  }

  StartDecision start(String job) throws IOException {
    JobFile conf = files.existing(job);
    Optional<JobFile> override = files.override(job);
    Verdict verdict = files.verdict(job, conf, override);
    boolean automatic =
        verdict
            .registered()
            .flatMap(JobDefinition::startOn)
            .filter(files.startSwitch()::isAutomatic)
            .isPresent();
    if (verdict instanceof Verdict.Rejected rejected) {
      return rejected(path(job, rejected), rejected.problem(), automatic);
    }
    Deciding deciding = deciding(files.confPath(job), conf, null);
    if (override.isPresent()) {
      deciding = deciding(files.overridePath(job), override.get(), deciding);
    }
    return deciding == null
        ? new StartDecision(
            false, Optional.empty(), Optional.empty(), saying(false) + "nothing says so")
        : deciding.explain(automatic);
  }

  private static StartDecision rejected(Path file, Problem problem, boolean automatic) {
    SourceSpan span = problem.span();
    String what =
        saying(automatic)
            + "Upstart rejects "
            + file
            + ":"
            + span.line()
            + ": "
            + problem.message();
    return new StartDecision(automatic, Optional.of(file), Optional.of(span), what);
  }

  private static String saying(boolean automatic) {
    return automatic ? "starts by itself: " : "does not start by itself: ";
  }

  /** The stanza that decides, and where it stands. */
  private record Deciding(Path path, JobFile file, Stanza stanza) {
    StartDecision explain(boolean automatic) {
      SourceSpan span = file.span(stanza);
      String text = saying(automatic) + path + ":" + span.line() + " says " + stanza.text().strip();
      return new StartDecision(automatic, Optional.of(path), Optional.of(span), text);
    }
  }

  private static @Nullable Deciding deciding(Path path, JobFile file, @Nullable Deciding before) {
    return file.stanzas()
        .filter(FolderExplanation::decides)
        .reduce((first, second) -> second)
        .map(stanza -> new Deciding(path, file, stanza))
        .orElse(before);
  }

  private static boolean decides(Stanza stanza) {
    return stanza
        .name()
        .filter(name -> name == StanzaName.START || name == StanzaName.MANUAL)
        .isPresent();
  }
}
