package org.upstart4j.state;

import java.util.Optional;

/**
 * The texts of a job, for those who read them.
 *
 * @param description what the job is
 * @param author who wrote it
 * @param version its version
 * @param usage how it is used
 */
public record AboutState(
    Optional<String> description,
    Optional<String> author,
    Optional<String> version,
    Optional<String> usage) {

  static AboutState read(StateNode job) {
    return new AboutState(
        job.get("description").text(),
        job.get("author").text(),
        job.get("version").text(),
        job.get("usage").text());
  }

  void write(StateObject job) {
    job.text("description", description).text("author", author).text("version", version);
  }

  /** The usage came to Upstart later than the rest, and so stands elsewhere. */
  void writeUsage(StateObject job) {
    job.text("usage", usage);
  }
}
