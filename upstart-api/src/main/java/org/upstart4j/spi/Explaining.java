package org.upstart4j.spi;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An Upstart that has read its job files itself, and so can say why one of them is no job; and that
 * remembers what it has done.
 */
public interface Explaining {

  /**
   * Explains why there is no job of a name.
   *
   * @param job the name
   * @return which line of which file is why, or which names are near; nothing if neither is known
   */
  Optional<String> explainUnknown(String job);

  /**
   * Returns the jobs whose files were rejected, or could not be read. Such a job may exist even so,
   * without what its override file says.
   *
   * @return why, by the job's name: {@code /etc/init/web.conf:3:1: No stanza is called "respwan"}
   */
  Map<String, String> rejectedJobs();

  /**
   * Returns what it has logged lately, in Upstart's words, whatever its log priority is: changes of
   * goals and states, processes that have begun and ended, events that it has handled.
   *
   * @return the last messages from {@link org.upstart4j.LogPriority#INFO} on, oldest first
   */
  List<LoggedMessage> messages();

  /**
   * Returns the instances that have failed, and have neither run nor stopped well since.
   *
   * @return how each has failed, by its label: {@code its main process exited with status 1} for
   *     {@code web (8080)}
   */
  Map<String, String> failures();

  /**
   * Says whether it boots: not all events of a boot have been emitted yet, or what they have set
   * off is on its way.
   *
   * @return whether it does; false if nobody has had it boot
   */
  boolean isBooting();

  /**
   * Returns the folder in which each job has a file with what it prints.
   *
   * @return its whole path; nothing if nothing is kept, or that is not known
   */
  Optional<String> logFolder();
}
