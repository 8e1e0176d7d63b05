package org.upstart4j.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Event;
import org.upstart4j.UnknownJobException;
import org.upstart4j.embedded.internal.engine.Engine;
import org.upstart4j.embedded.internal.engine.EngineOptions;
import org.upstart4j.embedded.internal.source.GivenJob;
import org.upstart4j.embedded.internal.source.GivenJobs;
import org.upstart4j.embedded.internal.source.SourceOptions;
import org.upstart4j.embedded.internal.time.MachineTime;
import org.upstart4j.embedded.process.JobOutput;
import org.upstart4j.embedded.process.ProcessSpawner;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.JobDirectory;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFileSyntaxException;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.jobfile.version.UpstartVersion;
import org.upstart4j.spi.Located.Place;

/** Sets up an {@link EmbeddedUpstart}. Not thread-safe. */
public final class EmbeddedUpstartBuilder {

  private final Map<String, JobFile> jobs = new LinkedHashMap<>();
  private UpstartVersion version = UpstartVersion.NEWEST;
  private @Nullable JobFolder contents;
  private @Nullable Path folder;
  private @Nullable Path logFolder;
  private @Nullable JobOutput output;
  private @Nullable ProcessSpawner processes;
  private @Nullable ManualClock clock;
  private @Nullable String sessionAddress;
  private Map<String, String> environment = System.getenv();
  private boolean userSession;
  private boolean inheritEnvironment = true;
  private Predicate<Event> events = event -> true;

  EmbeddedUpstartBuilder() {}

  /**
   * Takes the jobs from a folder, and watches it: what comes, changes and goes there does so here.
   *
   * @param path the folder, laid out as {@code /etc/init}
   * @return this builder
   */
  public EmbeddedUpstartBuilder folder(Path path) {
    this.folder = path;
    return this;
  }

  /**
   * Adds a job. It hides one of the same name in the folder.
   *
   * @param name the job's name
   * @param file what would stand in its file
   * @return this builder
   * @throws IllegalArgumentException if the name is empty
   */
  public EmbeddedUpstartBuilder job(String name, JobFile file) {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("A job's name is not empty");
    }
    jobs.put(name, file);
    return this;
  }

  /**
   * Adds a job. It hides one of the same name in the folder.
   *
   * @param name the job's name
   * @param text what would stand in its file
   * @return this builder
   * @throws IllegalArgumentException if the name is empty
   */
  public EmbeddedUpstartBuilder job(String name, String text) {
    return job(name, JobFile.parse(text));
  }

  /**
   * Takes the jobs from what a folder holds, without looking at the machine: override files count,
   * and what Upstart rejects is told by {@link UnknownJobException#explanation()}. A job that was
   * added by itself hides one of the same name.
   *
   * @param contents what the folder holds
   * @return this builder
   */
  public EmbeddedUpstartBuilder jobs(JobFolder contents) {
    this.contents = contents;
    return this;
  }

  /**
   * Says which Upstart the job files are for, whether they are given here or are in the folder.
   * They are read as that one reads them: its stanzas, its defaults, its override files. It takes
   * conditions as that one does, and for ChromeOS also {@code import} and a service that exits with
   * 0. All else is as in 1.13.2.
   *
   * @param known the version; the newest by default
   * @return this builder
   */
  public EmbeddedUpstartBuilder version(UpstartVersion known) {
    this.version = known;
    return this;
  }

  /**
   * Takes the processes from somewhere else than the machine. The Upstart closes the spawner.
   *
   * @param spawner where they come from
   * @return this builder
   */
  public EmbeddedUpstartBuilder processes(ProcessSpawner spawner) {
    this.processes = spawner;
    return this;
  }

  /**
   * Takes the time from a clock that only goes on when it is told to.
   *
   * @param manualClock the clock
   * @return this builder
   */
  public EmbeddedUpstartBuilder clock(ManualClock manualClock) {
    this.clock = manualClock;
    return this;
  }

  /**
   * Makes it behave as the Upstart of a user's session, whose job environment can be changed, and
   * whose jobs get the variables of this process. By default it behaves as process 1.
   *
   * @param session whether it does
   * @return this builder
   */
  public EmbeddedUpstartBuilder userSession(boolean session) {
    this.userSession = session;
    return this;
  }

  /**
   * Says where the processes of its jobs reach it; they find it in {@code UPSTART_SESSION}.
   *
   * @param address a D-Bus address
   * @return this builder
   */
  public EmbeddedUpstartBuilder sessionAddress(String address) {
    this.sessionAddress = address;
    return this;
  }

  /**
   * Has the output of jobs with {@code console log} written to files there: {@code JOB.log} or
   * {@code JOB-INSTANCE.log}. By default it is thrown away.
   *
   * @param path the folder, which must be there when the Upstart is built
   * @return this builder
   */
  public EmbeddedUpstartBuilder logFolder(Path path) {
    this.logFolder = path;
    return this;
  }

  /**
   * Has the output of jobs taken as it comes, in place of log files.
   *
   * @param taker takes it
   * @return this builder
   */
  public EmbeddedUpstartBuilder output(JobOutput taker) {
    this.output = taker;
    return this;
  }

  /**
   * Gives it other variables than those of this process: {@code TERM}, what {@code env NAME}
   * stanzas take over, and what the jobs of a session get, in the map's order.
   *
   * @param variables the variables
   * @return this builder
   */
  public EmbeddedUpstartBuilder environment(Map<String, String> variables) {
    this.environment = new LinkedHashMap<>(variables);
    return this;
  }

  /**
   * Says whether the jobs of a session get all variables of this process, as they do by default, or
   * only {@code PATH} and {@code TERM}.
   *
   * @param inherits whether they get all
   * @return this builder
   */
  public EmbeddedUpstartBuilder inheritEnvironment(boolean inherits) {
    this.inheritEnvironment = inherits;
    return this;
  }

  /**
   * Asks about each event before any job sees it, at the moment at which it is emitted and on the
   * engine's thread. An event that is not let pass is finished at once, as if no job knew it: so
   * jobs that set each other off for ever can be brought to rest.
   *
   * @param passes says whether the event passes
   * @return this builder
   */
  public EmbeddedUpstartBuilder events(Predicate<Event> passes) {
    this.events = passes;
    return this;
  }

  /**
   * Starts the engine and reads the jobs. None is started until an event is emitted; process 1
   * would emit {@code startup}.
   *
   * @return the Upstart, to be closed when no longer wanted
   * @throws UncheckedIOException if the folder is none, or that of the logs
   * @throws JobFileSyntaxException if a file that was given is rejected; one in the folder is
   *     logged, and told by {@link UnknownJobException#explanation()}
   */
  public EmbeddedUpstart build() {
    jobs.forEach((name, file) -> JobDefinition.of(name, file, version));
    if (logFolder != null && !Files.isDirectory(logFolder)) {
      throw new UncheckedIOException(
          new FileSystemException(logFolder.toString(), null, "no folder for logs"));
    }
    ProcessSpawner spawner = processes == null ? new HostProcesses() : processes;
    EngineOptions options =
        new EngineOptions(
            new SourceOptions(given(), jobFolder(spawner), version),
            userSession,
            Optional.ofNullable(sessionAddress),
            output == null ? Optional.ofNullable(logFolder) : Optional.empty(),
            environment,
            inheritEnvironment,
            events);
    if (output != null) {
      spawner.writeTo(output);
    }
    Engine engine = new Engine(options, spawner, clock == null ? new MachineTime() : clock.time());
    engine.start();
    EmbeddedUpstart upstart =
        new EmbeddedUpstart(
            engine, spawner.runsHere() ? Place.HERE : Place.MADE_UP, options.logFolder());
    spawner.belongsTo(upstart);
    if (clock != null) {
      clock.add(engine.thread());
    }
    return upstart;
  }

  private Map<String, GivenJob> given() {
    Map<String, GivenJob> given =
        contents == null ? new LinkedHashMap<>() : GivenJobs.of(contents, version);
    jobs.forEach((name, file) -> given.put(name, new GivenJob(file, Optional.empty())));
    return given;
  }

  private Optional<JobDirectory> jobFolder(ProcessSpawner spawner) {
    try {
      return folder == null ? Optional.empty() : Optional.of(JobDirectory.of(folder, version));
    } catch (IOException failure) {
      spawner.close();
      throw new UncheckedIOException(failure);
    }
  }
}
