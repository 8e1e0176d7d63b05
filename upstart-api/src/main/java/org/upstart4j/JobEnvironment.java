package org.upstart4j;

import java.util.List;
import java.util.Optional;

/**
 * The variables that Upstart gives to every job that it starts from now on, or those of one running
 * instance. Upstart as process 1 lets them be read only; the Upstart of a session lets them be
 * changed, which reaches running instances too.
 *
 * <p>Every method throws {@link UpstartUnavailableException} if Upstart cannot be reached, {@link
 * UnsupportedCapabilityException} if it is older than 1.11, {@link PermissionDeniedException} if
 * the caller may not do it, and {@link UnknownJobException} or {@link UnknownInstanceException} if
 * the instance has gone.
 */
public interface JobEnvironment {

  /**
   * Returns the value of a variable.
   *
   * @param name the variable's name, not empty
   * @return its value, or nothing if there is none
   */
  Optional<String> get(String name);

  /**
   * Returns all variables.
   *
   * @return the variables, in Upstart's order
   */
  Environment list();

  /**
   * Sets variables, whether they are there or not.
   *
   * @param variables what to set
   */
  default void set(Environment variables) {
    set(variables, true);
  }

  /**
   * Sets variables.
   *
   * @param variables what to set
   * @param replace whether to change those that are there already
   */
  void set(Environment variables, boolean replace);

  /**
   * Removes variables; those that aren't there are none the less gone.
   *
   * @param names their names
   */
  void unset(List<String> names);

  /** Makes the variables what they are by default. */
  void reset();
}
