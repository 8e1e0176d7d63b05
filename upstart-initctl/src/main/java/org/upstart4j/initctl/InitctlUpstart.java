package org.upstart4j.initctl;

import java.io.FileDescriptor;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Capability;
import org.upstart4j.Event;
import org.upstart4j.Job;
import org.upstart4j.JobEnvironment;
import org.upstart4j.JobStatus;
import org.upstart4j.LogPriority;
import org.upstart4j.Session;
import org.upstart4j.Subscription;
import org.upstart4j.UnexpectedErrorException;
import org.upstart4j.UnknownParameterException;
import org.upstart4j.UnsupportedCapabilityException;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartListener;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.Version;
import org.upstart4j.Wait;
import org.upstart4j.initctl.internal.StatusOutput;
import org.upstart4j.spi.Located;
import org.upstart4j.spi.UpstartErrors;

/**
 * An Upstart that is reached through the program {@code initctl}: for where D-Bus cannot be
 * reached, or for another machine.
 *
 * <pre>{@code
 * try (Upstart upstart = InitctlUpstart.ssh("root@example.org")) {
 *   upstart.job("web").start(Environment.of("PORT", "8080"));
 * }
 * }</pre>
 *
 * <p>Thread-safe. Each call runs the program at least once, on a thread of its own; code that
 * depends on a {@link CompletableFuture} that it returns runs there, too. There are no signals,
 * file descriptors, state, or descriptions of jobs: see {@link #capabilities()}.
 *
 * <p>A call throws {@link IllegalArgumentException} rather than run initctl with something that it
 * would misunderstand: a name or variable that begins with {@code -}, or holds a line break. It
 * throws {@link UnexpectedErrorException} if initctl prints something unknown, and {@link
 * UpstartUnavailableException} if initctl is missing or can't be run.
 */
public final class InitctlUpstart implements Upstart, Located {

  private static final Map<String, Set<Capability>> COMMANDS =
      Map.of(
          "list-env", Set.of(Capability.JOB_ENVIRONMENT),
          "show-config", Set.of(Capability.EMITS, Capability.CONDITIONS),
          "usage", Set.of(Capability.USAGE),
          "notify-disk-writeable", Set.of(Capability.NOTIFY_DISK_WRITEABLE),
          "notify-dbus-address", Set.of(Capability.NOTIFY_DBUS_ADDRESS),
          "notify-cgroup-manager-address", Set.of(Capability.NOTIFY_CGROUP_MANAGER));

  private static final Pattern COMMAND = Pattern.compile("(?m)^  ([a-z-]+)(?= |$)");

  private final InitctlProgram initctl;
  private final Place place;
  private volatile @Nullable Set<Capability> capabilities;

  InitctlUpstart(InitctlProgram initctl, Place place) {
    this.initctl = initctl;
    this.place = place;
  }

  /**
   * {@return the Upstart that the {@code initctl} of this machine reaches by default; nothing has
   * run yet} That is process 1, over its socket if this user is root, else over the system bus.
   */
  public static InitctlUpstart local() {
    return builder().build();
  }

  /**
   * {@return the Upstart that the {@code initctl} of another machine reaches by default; nothing
   * has run yet}
   *
   * @param destination for example {@code root@example.org}
   * @param options more options for {@code ssh}
   * @throws IllegalArgumentException if that is not a destination
   */
  public static InitctlUpstart ssh(String destination, String... options) {
    return builder().runner(CommandRunner.ssh(destination, options)).build();
  }

  /**
   * {@return a builder, which starts with the Upstart that the {@code initctl} of this machine
   * reaches by default}
   */
  public static InitctlUpstartBuilder builder() {
    return new InitctlUpstartBuilder();
  }

  @Override
  public String transport() {
    return initctl.transport();
  }

  @Override
  public Place place() {
    return place;
  }

  @Override
  public Set<Capability> capabilities() {
    Set<Capability> known = capabilities;
    if (known == null) {
      known = initctl.ask(InitctlRequest.of("help"), InitctlUpstart::capabilities);
      capabilities = known;
    }
    return known;
  }

  /** initctl's help says which commands it knows. */
  private static Set<Capability> capabilities(String help) {
    Set<Capability> found = EnumSet.noneOf(Capability.class);
    Matcher commands = COMMAND.matcher(help);
    while (commands.find()) {
      found.addAll(COMMANDS.getOrDefault(commands.group(1), Set.of()));
    }
    return Set.copyOf(found);
  }

  @Override
  public Version version() {
    return initctl.ask(InitctlRequest.of("version"), output -> new Version(requireText(output)));
  }

  private static String requireText(String output) {
    String text = output.strip();
    if (text.isEmpty()) {
      throw new IllegalArgumentException("initctl printed nothing");
    }
    return text;
  }

  @Override
  public LogPriority logPriority() {
    return initctl.ask(
        InitctlRequest.of("log-priority"), output -> LogPriority.parse(requireText(output)));
  }

  @Override
  public void setLogPriority(LogPriority priority) {
    initctl.tell(InitctlRequest.of("log-priority").argument(priority.text(), "A log priority"));
  }

  @Override
  public void reloadConfiguration() {
    initctl.tell(InitctlRequest.of("reload-configuration"));
  }

  @Override
  public List<Job> jobs() {
    Set<String> names = new LinkedHashSet<>();
    statuses().forEach(status -> names.add(status.job()));
    List<Job> jobs = new ArrayList<>();
    names.forEach(name -> jobs.add(new InitctlJob(this, name)));
    return jobs;
  }

  @Override
  public Job job(String name) {
    InitctlJob job = known(name);
    try {
      initctl.ask(job.request("status"), output -> StatusOutput.only(output, name));
    } catch (UnknownParameterException named) {
      // the job is there, and has named instances
    }
    return job;
  }

  /**
   * {@return the job of a name, without asking whether it is there} This saves running the program
   * once. If it isn't there, its methods throw {@link org.upstart4j.UnknownJobException}.
   *
   * @param name the name, not empty
   * @throws IllegalArgumentException if that name cannot be passed to initctl
   */
  public Job jobWithoutAsking(String name) {
    return known(name);
  }

  private InitctlJob known(String name) {
    requireName(name);
    InitctlJob job = new InitctlJob(this, name);
    // throws if that name can't be passed to initctl
    job.request("status");
    return job;
  }

  private static void requireName(String name) {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("A job's name must not be empty");
    }
  }

  @Override
  public List<JobStatus> statuses() {
    return initctl.ask(InitctlRequest.of("list"), StatusOutput::all);
  }

  @Override
  public void emit(Event event, Wait wait) {
    initctl.tell(emission(event, wait.waits()), initctl.answering(wait));
  }

  private static InitctlRequest emission(Event event, boolean wait) {
    return InitctlRequest.of("emit")
        .option("--no-wait", !wait)
        .argument(event.name(), "An event's name")
        .arguments(event.variables())
        .failing(error -> UpstartErrors.ofEvent(error, event.name()));
  }

  @Override
  public void emit(Event event, FileDescriptor file, Wait wait) {
    throw missing(Capability.FILE_DESCRIPTORS);
  }

  private static UnsupportedCapabilityException missing(Capability capability) {
    return new UnsupportedCapabilityException(
        capability, "initctl has no command for it; use D-Bus instead");
  }

  @Override
  public CompletableFuture<@Nullable Void> emitAsync(Event event) {
    InitctlRequest emission = emission(event, true);
    return done(() -> initctl.tell(emission, Wait.FOREVER));
  }

  CompletableFuture<@Nullable Void> done(Runnable work) {
    return initctl.<@Nullable Void>later(
        () -> {
          work.run();
          return null;
        });
  }

  @Override
  public JobEnvironment environment() {
    return new InitctlEnvironment(initctl, null, "");
  }

  @Override
  public JobEnvironment environment(String job, String instance) {
    requireName(job);
    return new InitctlEnvironment(initctl, job, instance);
  }

  @Override
  public String stateDump() {
    throw missing(Capability.STATE_DUMP);
  }

  @Override
  public void reExec() {
    throw missing(Capability.RE_EXEC);
  }

  @Override
  public void endSession() {
    throw missing(Capability.END_SESSION);
  }

  @Override
  public void notifyDiskWriteable() {
    initctl.tell(
        InitctlRequest.of("notify-disk-writeable").needing(Capability.NOTIFY_DISK_WRITEABLE));
  }

  @Override
  public void notifyDbusAddress(String address) {
    initctl.tell(
        InitctlRequest.of("notify-dbus-address")
            .needing(Capability.NOTIFY_DBUS_ADDRESS)
            .argument(address, "An address"));
  }

  @Override
  public void notifyCgroupManagerAddress(String address) {
    initctl.tell(
        InitctlRequest.of("notify-cgroup-manager-address")
            .needing(Capability.NOTIFY_CGROUP_MANAGER)
            .argument(address, "An address"));
  }

  @Override
  public List<Session> sessions() {
    return initctl.sessions();
  }

  @Override
  public Subscription subscribe(UpstartListener listener) {
    throw missing(Capability.SIGNALS);
  }

  InitctlProgram initctl() {
    return initctl;
  }

  /**
   * Ends the programs that run, with an {@link UpstartUnavailableException} for those callers that
   * wait for them, and closes the runner.
   */
  @Override
  public void close() {
    initctl.close();
  }

  @Override
  public String toString() {
    return transport();
  }
}
