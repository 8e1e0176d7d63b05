package org.upstart4j;

import java.io.FileDescriptor;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
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
   * Returns the name of the transport, for logs.
   *
   * @return for example {@code embedded} or {@code D-Bus system bus}
   */
  String transport();

  /**
   * Returns what this transport, and the Upstart at its end, can do beyond the basics.
   *
   * @return the capabilities
   */
  Set<Capability> capabilities();

  /**
   * Returns the version of this Upstart.
   *
   * @return the version
   */
  Version version();

  /**
   * Returns from which weight on Upstart logs.
   *
   * @return the priority
   */
  LogPriority logPriority();

  /**
   * Sets from which weight on Upstart logs.
   *
   * @param priority the priority
   */
  void setLogPriority(LogPriority priority);

  /** Reads all job files anew. Upstart does so by itself when a file changes. */
  void reloadConfiguration();

  /**
   * Returns all jobs.
   *
   * @return the jobs, in Upstart's order
   */
  List<Job> jobs();

  /**
   * Returns the job of that name.
   *
   * @param name the name, not empty
   * @return the job
   * @throws UnknownJobException if there is none
   */
  Job job(String name);

  /**
   * Returns how all jobs stand, in as few round trips as the transport allows. Between them jobs
   * may come and go.
   *
   * @return a status for each instance, and {@code stop/waiting} for each job without one
   */
  List<JobStatus> statuses();

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
   * @return done when all that it set off has come to its end; fails as {@link #emit(Event, Wait)}
   *     does
   */
  CompletionStage<@Nullable Void> emitAsync(Event event);

  /**
   * Returns the variables that every job gets.
   *
   * @return the job environment
   * @throws UnsupportedCapabilityException without {@link Capability#JOB_ENVIRONMENT}
   */
  JobEnvironment environment();

  /**
   * Returns the variables of one instance.
   *
   * @param job the job's name, not empty
   * @param instance the instance's name; empty if the job has only one
   * @return the variables; its methods throw {@link UnknownJobException} or {@link
   *     UnknownInstanceException} if there is no such instance
   * @throws UnsupportedCapabilityException without {@link Capability#JOB_ENVIRONMENT}
   */
  JobEnvironment environment(String job, String instance);

  /**
   * Returns the whole state of Upstart, as it would hand it to itself when it executes itself anew.
   *
   * @return one JSON text
   * @throws UnsupportedCapabilityException without {@link Capability#STATE_DUMP}
   */
  String stateDump();

  /**
   * Lets Upstart execute itself anew, with all that it knows.
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

  /**
   * Returns the sessions of this user that have an Upstart of their own.
   *
   * @return the sessions
   */
  List<Session> sessions();

  /**
   * Lets a listener hear what Upstart does from now on.
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
