package org.upstart4j.analysis.host;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.upstart4j.analysis.reason.Evidence;
import org.upstart4j.analysis.reason.KnownFolder;
import org.upstart4j.spi.Located.Place;
import org.upstart4j.state.InstanceState;
import org.upstart4j.state.JobState;
import org.upstart4j.state.LogState;
import org.upstart4j.state.SourceState;

/** The job files and the logs of an Upstart. */
final class SeenFiles {

  private static final Path SYSTEM_LOGS = Path.of("/var/log/upstart");
  private static final String FOLDER = "job-dir";
  private static final String ELSEWHERE = "they are on another machine";
  private static final String UNTOLD = "Upstart does not tell where they are";

  private final HostKnowledgeBuilder options;
  private final ToldByUpstart told;
  private final Gaps gaps;
  private final JobLogs logs;
  private final Remembered<List<KnownFolder>> folders = new Remembered<>(this::readFolders);
  private final Remembered<Map<String, JobState>> jobs = new Remembered<>(this::jobsByName);
  private final Remembered<Optional<Path>> logFolder = new Remembered<>(this::findLogFolder);

  SeenFiles(HostKnowledgeBuilder options, ToldByUpstart told, Gaps gaps) {
    this.options = options;
    this.told = told;
    this.gaps = gaps;
    this.logs = new JobLogs(options.clock, gaps);
  }

  List<KnownFolder> folders() {
    return folders.get();
  }

  private List<KnownFolder> readFolders() {
    List<Path> paths = options.confdirs;
    if (areTransferred()) {
      return options.transferred.map(folder -> folder.read(gaps)).orElseThrow();
    }
    if (paths.isEmpty() && options.place == Place.ELSEWHERE) {
      gaps.add("What the job files say", ELSEWHERE);
    } else if (paths.isEmpty()) {
      paths = usual();
      if (paths.isEmpty()) {
        gaps.add("What the job files say", UNTOLD);
      }
    }
    return new ConfFolders(options.clock, gaps).read(paths, told.target().version());
  }

  private boolean areTransferred() {
    return options.confdirs.isEmpty() && options.transferred.isPresent();
  }

  private List<Path> usual() {
    List<Path> sources = sources();
    if (!sources.isEmpty()) {
      return sources;
    }
    return switch (options.place) {
      case PROCESS_1 -> List.of(ConfFolders.SYSTEM);
      case SESSION -> ConfFolders.ofSession(options.variables, home());
      case HERE, MADE_UP, ELSEWHERE -> List.of();
    };
  }

  /** Those that Upstart tells; sessions within chroots have files that are not seen here. */
  private List<Path> sources() {
    List<Path> paths = new ArrayList<>();
    for (SourceState source : told.state().map(state -> state.sources()).orElse(List.of())) {
      if (source.type().equals(FOLDER) && source.session() == 0) {
        ConfFolders.absolute(source.path()).ifPresent(paths::add);
      }
    }
    return paths;
  }

  /** Backups of a job's file, and the file that a very old Upstart read. */
  List<String> strays(String job) {
    List<String> strays = new ArrayList<>();
    if (areTransferred()) {
      // only what Upstart reads was read there
      return strays;
    }
    for (KnownFolder folder : folders()) {
      strays.addAll(StrayFiles.backups(Path.of(folder.path()), job));
    }
    if (options.place == Place.PROCESS_1) {
      strays.addAll(StrayFiles.ofOldUpstart(job));
    }
    return strays;
  }

  Optional<Evidence.InLog> log(String job, String instance) {
    return ofInstance(job, instance)
        .or(logFolder::get)
        .flatMap(folder -> logs.lastLine(folder, job, instance));
  }

  /** Where Upstart says that it writes, unless that is no place for this log. */
  private Optional<Path> ofInstance(String job, String instance) {
    return options.logdir.isPresent() || options.place == Place.ELSEWHERE
        ? Optional.empty()
        : Optional.ofNullable(jobs.get().get(job))
            .flatMap(known -> known.instance(instance))
            .flatMap(known -> folder(job, known));
  }

  private Map<String, JobState> jobsByName() {
    Map<String, JobState> byName = new HashMap<>();
    told.state()
        .ifPresent(state -> state.jobs().forEach(job -> byName.putIfAbsent(job.name(), job)));
    return byName;
  }

  private static Optional<Path> folder(String job, InstanceState instance) {
    String name = JobLogs.name(job, instance.name());
    for (LogState log : instance.logs()) {
      try {
        Path path = Path.of(log.path());
        if (path.isAbsolute() && path.endsWith(name)) {
          return Optional.ofNullable(path.getParent());
        }
      } catch (InvalidPathException noName) {
        // nothing that this process could open
      }
    }
    return Optional.empty();
  }

  private Optional<Path> findLogFolder() {
    if (options.logdir.isPresent()) {
      return options.logdir;
    } else if (options.place == Place.ELSEWHERE) {
      gaps.add("What jobs have printed", "it is on another machine");
      return Optional.empty();
    }
    Optional<Path> folder =
        told.logFolder()
            .flatMap(ConfFolders::absolute)
            .or(this::ofAnyInstance)
            .or(this::usualLogFolder);
    if (folder.isEmpty() && options.place != Place.MADE_UP) {
      gaps.add("What jobs have printed", "Upstart does not tell where it writes that");
    }
    return folder;
  }

  /** All logs are in one folder. */
  private Optional<Path> ofAnyInstance() {
    for (JobState job : told.state().map(state -> state.jobs()).orElse(List.of())) {
      for (InstanceState instance : job.instances()) {
        Optional<Path> folder = folder(job.name(), instance);
        if (folder.isPresent()) {
          return folder;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Path> usualLogFolder() {
    return switch (options.place) {
      case PROCESS_1 -> Optional.of(SYSTEM_LOGS);
      case SESSION ->
          Optional.of(
              ConfFolders.absolute(options.variables.get("XDG_CACHE_HOME"))
                  .orElse(home().resolve(".cache"))
                  .resolve("upstart"));
      case HERE, MADE_UP, ELSEWHERE -> Optional.empty();
    };
  }

  private Path home() {
    Map<String, String> variables = options.variables;
    return ConfFolders.absolute(variables.get("HOME"))
        .orElseGet(() -> Path.of(System.getProperty("user.home")));
  }
}
