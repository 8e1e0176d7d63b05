package org.upstart4j.analysis.host;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.upstart4j.JobStatus;
import org.upstart4j.OwnTime;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartTimeoutException;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.analysis.reason.Evidence;
import org.upstart4j.analysis.reason.Knowledge;
import org.upstart4j.analysis.reason.KnownFolder;
import org.upstart4j.analysis.reason.NotKnown;
import org.upstart4j.analysis.reason.SeenProcess;
import org.upstart4j.spi.Located.Place;
import org.upstart4j.spi.LoggedMessage;
import org.upstart4j.state.UpstartState;

/**
 * What an Upstart tells, and what the machine that it runs on shows: job files, processes, logs.
 * Everything is looked at when it is first asked for, and only once, so this is for one moment and
 * one thread.
 *
 * <pre>{@code
 * Why why = Why.of(HostKnowledge.of(upstart));
 * }</pre>
 *
 * <p>What cannot be looked at is a gap, and no error: {@link #gaps()} holds those that have been
 * met so far. Of an Upstart on another machine nothing of this machine is looked at. Only an
 * Upstart that cannot be reached is an error, {@link UpstartUnavailableException}, or that does not
 * answer in time, {@link UpstartTimeoutException}.
 */
public final class HostKnowledge implements Knowledge {

  private final Gaps gaps = new Gaps();
  private final ToldByUpstart told;
  private final SeenProcesses processes;
  private final SeenFiles files;
  private final HostKnowledgeBuilder options;
  private final Remembered<List<LoggedMessage>> messages = new Remembered<>(this::readMessages);

  HostKnowledge(HostKnowledgeBuilder options) {
    this.options = options;
    if (options.upstart == null) {
      gaps.add("How jobs stand", options.noUpstart);
    }
    this.told = new ToldByUpstart(options.upstart, options.target, gaps);
    this.processes =
        new SeenProcesses(
            new ProcFolder(options.proc),
            options.upstart == null ? Place.MADE_UP : options.place,
            told::statuses,
            told::statusesLater,
            gaps);
    this.files = new SeenFiles(options, told, gaps);
  }

  /**
   * Looks at an Upstart and its machine.
   *
   * @param upstart the Upstart
   * @return what is known of it; nothing has been looked at yet
   */
  public static HostKnowledge of(Upstart upstart) {
    return builder(upstart).build();
  }

  /**
   * Begins with an Upstart and the usual places.
   *
   * @param upstart the Upstart
   * @return a new builder
   */
  public static HostKnowledgeBuilder builder(Upstart upstart) {
    return new HostKnowledgeBuilder(upstart, "");
  }

  /**
   * Begins without an Upstart, with job files only.
   *
   * @param folders the folders of job files, those that count more first
   * @param why why there is no Upstart to ask, as the end of a sentence
   * @return a new builder
   */
  public static HostKnowledgeBuilder ofFiles(List<Path> folders, String why) {
    return new HostKnowledgeBuilder(null, why).confdirs(folders);
  }

  @Override
  public Target target() {
    return told.target();
  }

  @Override
  public Optional<UpstartState> state() {
    return told.state();
  }

  @Override
  public List<JobStatus> statuses() {
    return told.statuses();
  }

  @Override
  public List<KnownFolder> folders() {
    return files.folders();
  }

  @Override
  public boolean seesProcesses() {
    return processes.areSeen();
  }

  @Override
  public Optional<SeenProcess> process(int pid) {
    return processes.process(pid);
  }

  @Override
  public boolean isThere(int pid) {
    return processes.isThere(pid);
  }

  @Override
  public Optional<Evidence.InLog> log(String job, String instance) {
    return files.log(job, instance);
  }

  @Override
  public List<LoggedMessage> messages() {
    return messages.get();
  }

  private List<LoggedMessage> readMessages() {
    Optional<List<LoggedMessage>> ofUpstart = told.messages();
    if (ofUpstart.isPresent()) {
      return ofUpstart.get();
    } else if (options.upstart == null || options.place == Place.MADE_UP) {
      return List.of();
    } else if (options.place != Place.PROCESS_1 || !processes.areSeen()) {
      gaps.add(UpstartMessages.WHAT, "this Upstart does not tell it");
      return List.of();
    }
    return age()
        .map(new UpstartMessages(options.clock, options.dmesg, options.systemLogs, gaps)::since)
        .orElse(List.of());
  }

  @Override
  public boolean tellsEachStep() {
    return told.tellsEachStep();
  }

  @Override
  public List<String> strays(String job) {
    return files.strays(job);
  }

  @Override
  public Optional<Duration> age() {
    return options.place == Place.PROCESS_1 ? processes.age(1) : Optional.empty();
  }

  @Override
  public Optional<Long> steadySeconds() {
    if (options.upstart instanceof OwnTime own) {
      return Optional.of(own.elapsed().toSeconds());
    }
    return options.place == Place.ELSEWHERE || options.upstart == null
        ? Optional.empty()
        : Optional.of(options.clock.steady().toSeconds());
  }

  @Override
  public List<NotKnown> gaps() {
    return gaps.list();
  }
}
