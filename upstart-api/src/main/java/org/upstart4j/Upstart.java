package org.upstart4j;

import java.io.FileDescriptor;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * An Upstart: the port that every transport implements. Thread-safe.
 *
 * <pre>{@code
 * try (Upstart upstart = injector.getInstance(Upstart.class)) {
 *   Instance web = upstart.job("web").start(Environment.of("PORT", "8080"));
 *   upstart.emit(Event.of("deploy-finished").with("VERSION", "1.4"));
 *   System.out.println(web.status());
 * }
 * }</pre>
 *
 * <p>Every method throws {@link UpstartUnavailableException} if Upstart cannot be reached, those
 * that change something {@link PermissionDeniedException} if the caller may not do it, and those
 * with a {@link Capability} {@link UnsupportedCapabilityException} where it is missing.
 */
public interface Upstart extends AutoCloseable {

  /**
   * {@return the name of the transport, for logs: for example {@code embedded} or {@code D-Bus
   * system bus}}
   */
  String transport();

  /** {@return what this transport, and the Upstart at its end, can do beyond the basics} */
  Set<Capability> capabilities();

  /** {@return the version of this Upstart} */
  Version version();

  /** {@return the lowest priority that Upstart logs} */
  LogPriority logPriority();

  /**
   * Sets what Upstart logs.
   *
   * @param priority the lowest priority that it logs
   */
  void setLogPriority(LogPriority priority);

  /** Has all job files read again. Upstart does so by itself when a file changes. */
  void reloadConfiguration();

  /** {@return all jobs, in Upstart's order} */
  List<Job> jobs();

  /**
   * Finds a job that must be there.
   *
   * @param name the name, not empty
   * @return the job
   * @throws UnknownJobException if there is none
   */
  Job job(String name);

  /**
   * Finds a job that may be missing.
   *
   * @param name the name, not empty
   * @return the job, or nothing if there is none
   */
  default Optional<Job> findJob(String name) {
    try {
      return Optional.of(job(name));
    } catch (UnknownJobException none) {
      return Optional.empty();
    }
  }

  /**
   * Tells how all jobs stand, in as few round trips as the transport allows. Between them jobs may
   * come and go.
   *
   * @return a status for each instance, and {@code stop/waiting} for each job without one
   */
  List<JobStatus> statuses();

  /**
   * Emits an event without variables, and waits until all that it set off has come to its end.
   *
   * @param event the event's name, not empty
   * @throws EventFailedException if a job that it started or stopped fails
   */
  default void emit(String event) {
    emit(Event.of(event));
  }

  /**
   * Emits an event, and waits until all that it set off has come to its end.
   *
   * @param event the event
   * @throws EventFailedException if a job that it started or stopped fails
   */
  default void emit(Event event) {
    emit(event, Wait.FOREVER);
  }

  /**
   * Emits an event.
   *
   * @param event the event
   * @param wait how long to wait until all that it set off has come to its end: services run, tasks
   *     have ended, jobs have stopped
   * @throws EventFailedException if a job that it started or stopped fails
   * @throws UpstartTimeoutException if that takes longer than the wait allows
   */
  void emit(Event event, Wait wait);

  /**
   * Emits an event together with an open file, which the processes of the jobs that it starts
   * inherit; {@code UPSTART_FDS} tells them its number.
   *
   * @param event the event
   * @param file the open file; it stays open here
   * @param wait how long to wait
   * @throws EventFailedException if a job that it started or stopped fails
   * @throws UpstartTimeoutException if that takes longer than the wait allows
   * @throws UnsupportedCapabilityException without {@link Capability#FILE_DESCRIPTORS}
   */
  void emit(Event event, FileDescriptor file, Wait wait);

  /**
   * Emits an event.
   *
   * @param event the event
   * @return completes when all that it set off has come to its end; fails as {@link #emit(Event,
   *     Wait)} does
   */
  CompletableFuture<@Nullable Void> emitAsync(Event event);

  /**
   * Emits an event without variables.
   *
   * @param event the event's name, not empty
   * @return completes when all that it set off has come to its end; fails as {@link #emit(String)}
   *     does
   */
  default CompletableFuture<@Nullable Void> emitAsync(String event) {
    return emitAsync(Event.of(event));
  }

  /**
   * Gives access to the variables that every job gets.
   *
   * @return the job environment
   * @throws UnsupportedCapabilityException without {@link Capability#JOB_ENVIRONMENT}
   */
  JobEnvironment environment();

  /**
   * Gives access to the variables of one instance.
   *
   * @param job the job's name, not empty
   * @param instance the instance's name; empty if the job has only one
   * @return the variables; its methods throw {@link UnknownJobException} or {@link
   *     UnknownInstanceException} if there is no such instance
   * @throws UnsupportedCapabilityException without {@link Capability#JOB_ENVIRONMENT}
   */
  JobEnvironment environment(String job, String instance);

  /**
   * Dumps the whole state of Upstart, as it hands it on when it re-executes itself.
   *
   * @return one JSON text
   * @throws UnsupportedCapabilityException without {@link Capability#STATE_DUMP}
   */
  String stateDump();

  /**
   * Has Upstart re-execute itself, with all that it knows.
   *
   * @throws UnsupportedCapabilityException without {@link Capability#RE_EXEC}
   */
  void reExec();

  /**
   * Ends the session that this Upstart is for: all its jobs are stopped, and it exits. Process 1
   * does nothing.
   *
   * @throws UnsupportedCapabilityException without {@link Capability#END_SESSION}
   */
  void endSession();

  /**
   * Tells Upstart that the disk can be written to, so that it writes the logs that it has kept.
   *
   * @throws UnsupportedCapabilityException without {@link Capability#NOTIFY_DISK_WRITEABLE}
   */
  void notifyDiskWriteable();

  /**
   * Tells the Upstart of a session the address of D-Bus. Process 1 refuses it.
   *
   * @param address the address
   * @throws UnsupportedCapabilityException without {@link Capability#NOTIFY_DBUS_ADDRESS}
   */
  void notifyDbusAddress(String address);

  /**
   * Tells Upstart the address of the cgroup manager, so that jobs with {@code cgroup} stanzas can
   * start.
   *
   * @param address the address
   * @throws UnsupportedCapabilityException without {@link Capability#NOTIFY_CGROUP_MANAGER}
   */
  void notifyCgroupManagerAddress(String address);

  /** {@return the sessions of this user that have an Upstart of their own} */
  List<Session> sessions();

  /**
   * Tells a listener what Upstart does from now on.
   *
   * @param listener the listener
   * @return the subscription, to be closed when no longer wanted
   * @throws UnsupportedCapabilityException without {@link Capability#SIGNALS}
   */
  Subscription subscribe(UpstartListener listener);

  /**
   * Lets go of the connection, and ends all subscriptions. Calls that wait end with an {@link
   * UpstartUnavailableException}, as does every later call. Closing twice does no harm.
   */
  @Override
  void close();
}
