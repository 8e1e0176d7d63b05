package org.upstart4j;

import java.util.Arrays;
import java.util.Optional;

/**
 * A process of an instance that runs now.
 *
 * @param name which one, in Upstart's word: {@code main}, {@code pre-start}
 * @param pid its process id
 */
public record JobProcess(String name, int pid) {

  /**
   * Makes a process of a known kind.
   *
   * @param type which one
   * @param pid its process id
   */
  public JobProcess(ProcessType type, int pid) {
    this(type.text(), pid);
  }

  /**
   * Returns which process of the job it is.
   *
   * @return its type, or nothing if a newer or changed Upstart has a process that isn't known here
   */
  public Optional<ProcessType> type() {
    return Arrays.stream(ProcessType.values()).filter(type -> type.text().equals(name)).findFirst();
  }

  @Override
  public String toString() {
    return name + " process " + pid;
  }
}
