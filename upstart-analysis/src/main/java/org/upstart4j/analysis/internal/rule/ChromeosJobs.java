package org.upstart4j.analysis.internal.rule;

import java.util.List;
import java.util.Optional;
import org.upstart4j.analysis.finding.Fix;
import org.upstart4j.analysis.internal.model.CheckedFile;
import org.upstart4j.analysis.internal.model.CheckedJob;
import org.upstart4j.analysis.internal.model.Folder;
import org.upstart4j.analysis.internal.model.Placed;
import org.upstart4j.jobfile.Word;
import org.upstart4j.jobfile.stanza.StanzaName;
import org.upstart4j.jobfile.version.Feature;

/** What the rules of ChromeOS have in common. */
final class ChromeosJobs {

  private ChromeosJobs() {}

  /** The jobs, if they are for ChromeOS. */
  static List<CheckedJob> of(Folder folder) {
    return folder.target().version().has(Feature.IMPORT) ? folder.jobs() : List.of();
  }

  /** Looks whether a job has a text, and that in double quotes. */
  static void checkText(CheckedJob job, StanzaName name, Report report) {
    CheckedFile conf = job.conf();
    Optional<Placed> placed = last(conf, name);
    if (placed.isEmpty()) {
      report.add(
          conf,
          conf.top(),
          "The job has no \"%s\"".formatted(name),
          "ChromeOS's own check wants one in each job: %s \"...\"".formatted(name));
    } else {
      checkQuotes(placed.get(), name, report);
    }
  }

  /** The last stanza of a name in a file. */
  static Optional<Placed> last(CheckedFile file, StanzaName name) {
    return file.stanzas().stream()
        .filter(placed -> placed.typed().name() == name)
        .reduce((first, second) -> second);
  }

  private static void checkQuotes(Placed placed, StanzaName name, Report report) {
    Word text = placed.words().get(1);
    CheckedFile file = placed.file();
    if (file.bytes()[text.span().start()] != '"') {
      report.add(
          file,
          text.span(),
          "The \"%s\" is not in double quotes".formatted(name),
          "Upstart reads it all the same; ChromeOS's own check wants double quotes.",
          quoted(file, text));
    }
  }

  private static Optional<Fix> quoted(CheckedFile file, Word text) {
    return text.text().matches("[^\"\\\\\\r\\n]+")
        ? Edits.fix(
            "Put it into double quotes",
            true,
            Edits.replace(file, text.span(), "\"" + text.text() + "\""))
        : Optional.empty();
  }
}
