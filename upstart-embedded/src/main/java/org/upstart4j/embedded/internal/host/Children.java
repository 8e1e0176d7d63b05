package org.upstart4j.embedded.internal.host;

import java.util.Optional;
import org.upstart4j.ExitStatus;

/** The children of this process, as the kernel sees them: also those that Java has not started. */
interface Children {

  /**
   * Waits until a child has ended whose status nobody has taken, and leaves it.
   *
   * @return its process id; 0 if there is no child at all
   */
  int awaitEnded();

  /**
   * Says whether a child has ended and its status has not been taken.
   *
   * @param pid its process id
   * @return whether it has
   */
  boolean hasEnded(int pid);

  /**
   * Takes the status of a child that has ended, so that it is gone.
   *
   * @param pid its process id
   * @return how it ended; empty if it has not, or if somebody else has taken it
   */
  Optional<ExitStatus> take(int pid);
}
