package org.upstart4j.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.upstart4j.Deadline;
import org.upstart4j.UnknownJobException;
import org.upstart4j.UpstartException;
import org.upstart4j.Wait;
import org.upstart4j.embedded.internal.command.Commands;
import org.upstart4j.embedded.internal.engine.Engine;
import org.upstart4j.embedded.internal.log.LogText;
import org.upstart4j.jobfile.JobDirectory;
import org.upstart4j.spi.NearNames;

/** Says why an engine does not know a job. */
record UnknownJobs(Engine engine) {

  private static final Logger LOG = LoggerFactory.getLogger("org.upstart4j.embedded");

  /** Why files were rejected, by their jobs' names; one without a name is called by its path. */
  Map<String, String> rejected() {
    Map<String, String> rejected = new TreeMap<>(rejectedByEngine());
    nameless().forEach((file, why) -> rejected.put(file.toString(), why));
    return rejected;
  }

  private Map<String, String> rejectedByEngine() {
    return Deadline.of(Wait.FOREVER).await(engine.thread().submit(engine::rejected), "the engine");
  }

  private Map<Path, String> nameless() {
    JobDirectory folder = engine.folder();
    try {
      return folder == null ? Map.of() : folder.nameless();
    } catch (IOException unreadable) {
      LOG.debug(
          "{} does not tell which files have no name: {}",
          LogText.visible(folder),
          LogText.visible(unreadable));
      return Map.of();
    }
  }

  Optional<String> explain(String job) {
    return Optional.ofNullable(rejectedByEngine().get(job))
        .or(() -> byFolder(job))
        .or(() -> NearNames.proposal(names(), job));
  }

  private List<String> names() {
    return Deadline.of(Wait.FOREVER)
        .await(engine.thread().submit(new Commands(engine)::jobs), "the engine");
  }

  private Optional<String> byFolder(String job) {
    JobDirectory folder = engine.folder();
    try {
      return folder == null ? Optional.empty() : folder.explainUnknown(job);
    } catch (IOException unreadable) {
      LOG.debug(
          "{} does not tell why a job is unknown: {}",
          LogText.visible(folder),
          LogText.visible(unreadable));
      return Optional.empty();
    }
  }

  UnknownJobException explain(UnknownJobException unknown) {
    try {
      return explain(unknown.job()).map(unknown::explained).orElse(unknown);
    } catch (UpstartException closed) {
      // there is nobody left to be asked
      return unknown;
    }
  }

  /** Explains a failure if it is that a job is unknown. */
  Throwable explain(Throwable failure) {
    return failure instanceof UnknownJobException unknown ? explain(unknown) : failure;
  }
}
