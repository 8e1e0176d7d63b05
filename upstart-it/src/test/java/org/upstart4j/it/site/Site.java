package org.upstart4j.it.site;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.upstart4j.initctl.CommandResult;

/** Where an Upstart runs that no test starts for itself, and what can be done there. */
public interface Site {

  /** Returns where it listens, as an address that can be reached from here. */
  String address();

  /**
   * Sends a signal to a process there. One that has gone is not missed.
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
   * Writes files into the folder of jobs, each in one step.
   *
   * @param files texts by paths within the folder
   */
  void write(Map<String, String> files);

  /** Returns the text of a file in the folder of jobs. */
  String read(String file);

  /** Removes files from the folder of jobs, as far as they are there. */
  void remove(Collection<String> files);

  /** Says whether a job belongs to the site, and to no test. */
  default boolean owns(String job) {
    return false;
  }
}
