package org.upstart4j.embedded.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.upstart4j.LogPriority;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.JobDirectory;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.Verdict;
import org.upstart4j.jobfile.stanza.Dialect;

/**
 * Where the jobs come from: files that were given, and a folder. A file that was given hides one of
 * the same name in the folder.
 */
public final class JobSource {

  private static final Logger LOG = LoggerFactory.getLogger("org.upstart4j.embedded");

  private final Engine engine;
  private final Map<String, JobFile> given;
  private final @Nullable JobDirectory folder;
  private final Set<String> known = new HashSet<>();

  /**
   * Makes a source that nothing has been read from yet.
   *
   * @throws IOException if the folder is none
   */
  public JobSource(Engine engine) throws IOException {
    this.engine = engine;
    this.given = engine.options().jobs();
    Optional<Path> root = engine.options().folder();
    this.folder = root.isPresent() ? JobDirectory.of(root.get()) : null;
  }

  @Nullable JobDirectory folder() {
    return folder;
  }

  /** Reads all jobs anew. Called on the engine's thread. */
  public void reload() {
    Set<String> gone = new HashSet<>(known);
    for (String name : given.keySet()) {
      reload(name);
      gone.remove(name);
    }
    for (String name : namesInFolder()) {
      if (!given.containsKey(name)) {
        reload(name);
      }
      gone.remove(name);
    }
    gone.forEach(this::reload);
  }

  private Set<String> namesInFolder() {
    if (folder == null) {
      return Set.of();
    }
    try {
      return folder.jobs();
    } catch (IOException failure) {
      engine.log(
          LogPriority.ERROR,
          folder.root() + ": Unable to load configuration: " + failure.getMessage());
      return Set.of();
    }
  }

  /** Reads one job anew. Called on the engine's thread. */
  void reload(String name) {
    Verdict verdict = read(name);
    JobDefinition definition = verdict == null ? null : verdict.registered().orElse(null);
    engine.jobs().configure(name, definition);
    if (definition == null) {
      known.remove(name);
    } else {
      known.add(name);
    }
    if (verdict instanceof Verdict.Rejected rejected) {
      engine.log(LogPriority.ERROR, name + ": " + rejected.problem());
      if (rejected.inOverride()) {
        engine.jobs().orphan(name);
      }
    }
  }

  private @Nullable Verdict read(String name) {
    try {
      return verdict(name);
    } catch (NoSuchFileException gone) {
      LOG.debug("The file of job {} has gone", name, gone);
    } catch (IOException failure) {
      engine.log(
          LogPriority.ERROR,
          name + ": Error while loading configuration file: " + failure.getMessage());
    }
    return null;
  }

  private Verdict verdict(String name) throws IOException {
    JobFile file = given.get(name);
    if (file != null) {
      return JobDefinition.verdict(name, file, Dialect.UPSTART);
    }
    if (folder == null || !Files.exists(folder.confPath(name))) {
      throw new NoSuchFileException(name);
    }
    return folder.verdict(name);
  }
}
