package org.upstart4j.analysis.platform;

import java.util.List;

/**
 * An event that a platform's own packages emit.
 *
 * @param name its name, or a pattern in which {@code *} stands for any text: {@code *-device-added}
 * @param variables the variables that it can carry, in the order of its description
 * @param hasMoreVariables whether it can carry others, too, as an event of udev carries the
 *     properties of its device
 * @param times how often it comes
 * @param instanceVariables the variables that tell one of several apart, for example {@code IFACE};
 *     each of them does on its own. Empty unless it comes for each of several things
 * @param by who emits it, for example {@code mountall}
 * @param source where this is from: a package and its file or page
 */
public record ProvidedEvent(
    String name,
    List<String> variables,
    boolean hasMoreVariables,
    Times times,
    List<String> instanceVariables,
    String by,
    String source) {

  /**
   * Makes one.
   *
   * @param name its name or pattern
   * @param variables the variables that it can carry
   * @param hasMoreVariables whether it can carry others, too
   * @param times how often it comes
   * @param instanceVariables the variables that tell one of several apart
   * @param by who emits it
   * @param source where this is from
   */
  public ProvidedEvent {
    variables = List.copyOf(variables);
    instanceVariables = List.copyOf(instanceVariables);
  }

  /** {@return whether its name is a pattern} */
  public boolean isPattern() {
    return name.indexOf('*') >= 0;
  }

  /**
   * Says whether it can carry a variable.
   *
   * @param variable the variable's name
   * @return whether it is one of the variables, or there may be others
   */
  public boolean mayCarry(String variable) {
    return hasMoreVariables || variables.contains(variable);
  }
}
