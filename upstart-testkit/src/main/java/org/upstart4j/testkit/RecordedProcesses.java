package org.upstart4j.testkit;

import static java.util.Objects.requireNonNull;

import org.upstart4j.JobStatus;
import org.upstart4j.Signal;
import org.upstart4j.Upstart;
import org.upstart4j.embedded.process.ProcessObserver;
import org.upstart4j.embedded.process.ProcessSpawner;
import org.upstart4j.embedded.process.SpawnRequest;
import org.upstart4j.embedded.process.SpawnedProcess;

/** Writes what happens to processes into a history, and into a recording. */
record RecordedProcesses(ProcessSpawner spawner, History history, Recording recording)
    implements ProcessSpawner {

  @Override
  public SpawnedProcess spawn(SpawnRequest request, ProcessObserver observer) {
    Recording.OfProcess recorded =
        recording.process(request.definition().name(), request.instance(), request.type());
    ProcessLines lines = new ProcessLines(history, recorded, observer, label(request));
    SpawnedProcess process = spawner.spawn(request, lines);
    lines.begin(process.pid(), command(request));
    return new Recorded(process, lines);
  }

  private static String label(SpawnRequest request) {
    return JobStatus.label(request.definition().name(), request.instance()) + " " + request.type();
  }

  /** What its stanza says, in one line. */
  private static String command(SpawnRequest request) {
    String text =
        String.valueOf(requireNonNull(request.definition().processes().get(request.type())).text());
    String first =
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).findFirst().orElse("");
    return text.strip().lines().count() > 1 ? first + " ..." : first;
  }

  @Override
  public void belongsTo(Upstart upstart) {
    spawner.belongsTo(upstart);
  }

  @Override
  public boolean loadsSecurityProfiles() {
    return spawner.loadsSecurityProfiles();
  }

  @Override
  public void close() {
    spawner.close();
  }

  /** A process whose signals are written down. */
  private record Recorded(SpawnedProcess process, ProcessLines lines) implements SpawnedProcess {

    @Override
    public int pid() {
      return process.pid();
    }

    @Override
    public void signal(int pid, Signal signal) {
      lines.signal(signal);
      process.signal(pid, signal);
    }

    @Override
    public void signalGroup(int pid, Signal signal) {
      lines.signal(signal);
      process.signalGroup(pid, signal);
    }
  }
}
