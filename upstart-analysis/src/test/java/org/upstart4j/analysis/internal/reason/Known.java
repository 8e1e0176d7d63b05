package org.upstart4j.analysis.internal.reason;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.upstart4j.JobStatus;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.analysis.reason.Evidence;
import org.upstart4j.analysis.reason.Knowledge;
import org.upstart4j.analysis.reason.KnownFolder;
import org.upstart4j.analysis.reason.NotKnown;
import org.upstart4j.analysis.reason.SeenProcess;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.jobfile.version.UpstartVersion;
import org.upstart4j.spi.LoggedMessage;
import org.upstart4j.state.UpstartState;

/** What a test says is known. */
final class Known implements Knowledge {

  private final Map<String, JobFile> files = new TreeMap<>();
  private final Map<String, Duration> ages = new HashMap<>();
  private final List<JobStatus> statuses = new ArrayList<>();
  private final List<LoggedMessage> messages = new ArrayList<>();
  private final Map<Integer, SeenProcess> processes = new HashMap<>();
  private Target target = Target.of(UpstartVersion.NEWEST);
  private boolean readsFiles = true;
  private @Nullable UpstartState state;

  Known file(String name, String text) {
    files.put(name, JobFile.parse(text));
    return this;
  }

  Known file(String name, String text, Duration age) {
    ages.put(name, age);
    return file(name, text);
  }

  Known on(Target other) {
    target = other;
    return this;
  }

  Known job(JobStatus status) {
    statuses.add(status);
    return this;
  }

  Known logged(Duration ago, String text) {
    messages.add(new LoggedMessage(ago, text));
    return this;
  }

  Known process(SeenProcess process) {
    processes.put(process.pid(), process);
    return this;
  }

  Known state(String json) {
    state = UpstartState.parse(json);
    state
        .jobs()
        .forEach(
            job -> {
              if (job.instances().isEmpty()) {
                job(JobStatus.notRunning(job.name()));
              }
              job.instances().forEach(instance -> job(instance.status(job.name())));
            });
    return this;
  }

  /** Whoever looks at the files makes the test fail. */
  Known withoutFiles() {
    readsFiles = false;
    return this;
  }

  @Override
  public Target target() {
    return target;
  }

  @Override
  public Optional<UpstartState> state() {
    return Optional.ofNullable(state);
  }

  @Override
  public List<JobStatus> statuses() {
    return statuses;
  }

  @Override
  public List<KnownFolder> folders() {
    if (!readsFiles) {
      throw new AssertionError("The files need not be read");
    }
    return List.of(new KnownFolder("/etc/init", JobFolder.of(files), ages));
  }

  @Override
  public boolean seesProcesses() {
    return true;
  }

  @Override
  public Optional<SeenProcess> process(int pid) {
    return Optional.ofNullable(processes.get(pid));
  }

  @Override
  public Optional<Evidence.InLog> log(String job, String instance) {
    return Optional.empty();
  }

  @Override
  public List<LoggedMessage> messages() {
    return messages;
  }

  @Override
  public Optional<Duration> age() {
    return Optional.of(Duration.ofHours(1));
  }

  @Override
  public Optional<Long> steadySeconds() {
    return Optional.of(100L);
  }

  @Override
  public List<NotKnown> gaps() {
    return List.of();
  }
}
