package org.upstart4j.jobfile.stanza;

import java.util.Optional;

/**
 * A variable of the job's environment: {@code env NAME=VALUE}, or {@code env NAME} to take it from
 * Upstart's own environment.
 *
 * @param variable {@code NAME=VALUE} or {@code NAME}
 */
public record EnvStanza(String variable) implements TypedStanza {

  /**
   * Returns the stanza that sets a variable.
   *
   * @param key the variable's name
   * @param value its value
   * @return the stanza
   * @throws IllegalArgumentException if the name is empty or holds an equals sign
   */
  public static EnvStanza of(String key, String value) {
    if (key.isEmpty() || key.indexOf('=') >= 0) {
      throw new IllegalArgumentException("Not a name of a variable: \"" + key + "\"");
    }
    return new EnvStanza(key + "=" + value);
  }

  /** {@return the variable's name: what stands before the first equals sign, or all} */
  public String key() {
    int equals = variable.indexOf('=');
    return equals < 0 ? variable : variable.substring(0, equals);
  }

  /** {@return the variable's value: what stands after the first equals sign, if there is one} */
  public Optional<String> value() {
    int equals = variable.indexOf('=');
    return equals < 0 ? Optional.empty() : Optional.of(variable.substring(equals + 1));
  }

  @Override
  public StanzaName name() {
    return StanzaName.ENV;
  }

  @Override
  public String slot() {
    return "env " + key();
  }
}
