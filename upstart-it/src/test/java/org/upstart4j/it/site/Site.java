package org.upstart4j.it.site;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.upstart4j.initctl.CommandResult;

/** The place of an Upstart that tests do not start themselves, and what they can do there. */
public interface Site {

  /** Returns its address, as seen from here. */
  String address();

  /**
   * Sends a signal to a process there; ignores a process that is gone.
   *
   * @param signal its name or number
   * @param pid the process
   */
  void kill(String signal, String pid);

  /**
   * Runs initctl there.
   *
   * @param words the command and its arguments
   * @return how it ended
   */
  CommandResult initctl(List<String> words);

  /**
   * Writes files into the folder of jobs, each atomically.
   *
   * @param files texts by paths within the folder
   */
  void write(Map<String, String> files);

  /** Returns the text of a file in the folder of jobs. */
  String read(String file);

  /** Removes files from the folder of jobs, if they are there. */
  void remove(Collection<String> files);

  /** Returns whether a job belongs to the site, and not to a test. */
  default boolean owns(String job) {
    return false;
  }
}
