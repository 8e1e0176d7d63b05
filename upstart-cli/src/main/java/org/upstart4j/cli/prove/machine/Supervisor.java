package org.upstart4j.cli.prove.machine;

import org.upstart4j.Environment;
import org.upstart4j.Signal;

/** A machine that runs jobs. Commands wait until they are done, but not for ever. */
public interface Supervisor extends AutoCloseable {

  /** {@return the machine's name and version, for people} */
  String name();

  /**
   * Starts a job.
   *
   * @param job its name
   * @param variables the variables that choose its instance
   * @return how that ended
   */
  Outcome start(String job, Environment variables);

  /**
   * Stops a job.
   *
   * @param job its name
   * @param variables the variables that choose its instance
   * @return how that ended
   */
  Outcome stop(String job, Environment variables);

  /**
   * Stops a job and starts it again.
   *
   * @param job its name
   * @param variables the variables that choose its instance
   * @return how that ended
   */
  Outcome restart(String job, Environment variables);

  /**
   * Asks a job's main process to read its configuration again.
   *
   * @param job its name
   * @param variables the variables that choose its instance
   * @return how that ended
   */
  Outcome reload(String job, Environment variables);

  /**
   * Emits an event.
   *
   * @param event its name
   * @return how that ended
   */
  Outcome emit(String event);

  /**
   * Brings the machine up to where users can log in.
   *
   * @return how that ended
   */
  Outcome boot();

  /**
   * Brings the machine down, up to where no job is left that is to be stopped.
   *
   * @return how that ended
   */
  Outcome shutdown();

  /**
   * Sends a signal to a process.
   *
   * @param pid its pid on this machine
   * @param signal the signal
   * @return how that ended
   */
  Outcome kill(int pid, Signal signal);

  /**
   * Says where a job stands.
   *
   * @param job its name
   * @param variables the variables that choose its instance
   * @return where it stands
   */
  JobState state(String job, Environment variables);

  /**
   * Says whether a process is there.
   *
   * @param pid its pid on this machine
   * @return whether it is, and has not ended
   */
  boolean isAlive(String pid);

  /** Ends the machine and all its processes. */
  @Override
  void close();
}
