package org.upstart4j.analysis.host;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartException;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.spi.Located;
import org.upstart4j.spi.Located.Place;

/** Says what a {@link HostKnowledge} may look at. Not thread-safe. */
public final class HostKnowledgeBuilder {

  private static final List<Path> SYSTEM_LOGS =
      List.of(
          Path.of("/var/log/syslog"), Path.of("/var/log/messages"), Path.of("/var/log/kern.log"));

  final @Nullable Upstart upstart;
  final String noUpstart;
  Place place;
  Optional<Target> target = Optional.empty();
  List<Path> confdirs = List.of();
  Optional<TransferredFolder> transferred = Optional.empty();
  Optional<Path> logdir = Optional.empty();
  Path proc = Path.of("/proc");
  Optional<Path> dmesg = KernelLog.program();
  List<Path> systemLogs = SYSTEM_LOGS;
  Map<String, String> variables = System.getenv();
  MachineClock clock = MachineClock.system();

  HostKnowledgeBuilder(@Nullable Upstart upstart, String noUpstart) {
    this.upstart = upstart;
    this.noUpstart = noUpstart;
    this.place = upstart instanceof Located located ? located.place() : Place.HERE;
  }

  /**
   * Sets which Upstart job files are meant for; by default the version that the Upstart tells, on
   * no known platform.
   *
   * @param wanted the platform or version
   * @return this builder
   */
  public HostKnowledgeBuilder target(Target wanted) {
    this.target = Optional.of(wanted);
    return this;
  }

  /**
   * Sets where the Upstart runs, if the way to it does not tell. Of one that runs elsewhere only
   * what it tells itself is known, and the folders that are named here.
   *
   * @param where where it runs
   * @return this builder
   */
  public HostKnowledgeBuilder place(Place where) {
    this.place = where;
    return this;
  }

  /**
   * Sets the folders of job files; by default those that the Upstart tells, else the usual ones.
   *
   * @param folders the folders, those that count more first
   * @return this builder
   */
  public HostKnowledgeBuilder confdirs(List<Path> folders) {
    this.confdirs = List.copyOf(folders);
    return this;
  }

  /**
   * Sets where job files come from that are not on this machine. They are read when they are first
   * asked for. If that throws an {@link UpstartException}, what they say is a gap. Folders that are
   * named by {@link #confdirs} are taken instead.
   *
   * @param folder the folder's path on its machine
   * @param reader reads what it holds
   * @return this builder
   */
  public HostKnowledgeBuilder jobFiles(String folder, Supplier<JobFolder> reader) {
    this.transferred = Optional.of(new TransferredFolder(folder, reader));
    return this;
  }

  /**
   * Sets the folder of the jobs' logs; by default the one that the Upstart tells, else the usual
   * one.
   *
   * @param folder the folder
   * @return this builder
   */
  public HostKnowledgeBuilder logdir(Path folder) {
    this.logdir = Optional.of(folder);
    return this;
  }

  /**
   * Sets where processes are shown.
   *
   * @param folder the folder, by default {@code /proc}
   * @return this builder
   */
  public HostKnowledgeBuilder proc(Path folder) {
    this.proc = folder;
    return this;
  }

  /**
   * Sets where process 1 logs.
   *
   * @param program a program that prints the kernel's log when it is given {@code -r}; nothing to
   *     leave that log alone
   * @param files files that a syslog daemon writes; the first one counts that Upstart has logged to
   * @return this builder
   */
  public HostKnowledgeBuilder systemLogs(Optional<Path> program, List<Path> files) {
    this.dmesg = program;
    this.systemLogs = List.copyOf(files);
    return this;
  }

  /**
   * Sets the variables that name the folders of a session; by default those of this process.
   *
   * @param environment values by name: {@code HOME}, {@code XDG_CONFIG_HOME} and so on
   * @return this builder
   */
  public HostKnowledgeBuilder variables(Map<String, String> environment) {
    this.variables = Map.copyOf(environment);
    return this;
  }

  /**
   * Sets the clocks; by default those of this machine.
   *
   * @param wall tells the time
   * @param zone the time zone in which logs are written
   * @param steadyNanos counts nanoseconds since the machine began, as {@code CLOCK_MONOTONIC} does
   * @return this builder
   */
  public HostKnowledgeBuilder clock(InstantSource wall, ZoneId zone, LongSupplier steadyNanos) {
    this.clock = new MachineClock(wall, zone, steadyNanos);
    return this;
  }

  /** {@return the knowledge; nothing has been looked at yet} */
  public HostKnowledge build() {
    return new HostKnowledge(this);
  }
}
