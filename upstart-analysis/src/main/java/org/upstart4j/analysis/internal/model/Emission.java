package org.upstart4j.analysis.internal.model;

import java.util.Set;

/**
 * What is known of the variables that a script gives to an event.
 *
 * @param isOpen whether the shell may put in others
 * @param variables the variables' names
 */
record Emission(boolean isOpen, Set<String> variables) {

  Emission {
    variables = Set.copyOf(variables);
  }

  static Emission of(InitctlCall call) {
    return call.variables()
        .map(variables -> new Emission(false, Set.copyOf(variables)))
        .orElse(new Emission(true, Set.of()));
  }

  boolean mayCarry(String variable) {
    return isOpen || variables.contains(variable);
  }
}
