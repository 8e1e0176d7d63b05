package org.upstart4j.jobfile;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.upstart4j.jobfile.stanza.Console;
import org.upstart4j.jobfile.stanza.ConsoleStanza;
import org.upstart4j.jobfile.stanza.EnvStanza;
import org.upstart4j.jobfile.stanza.ListStanza;
import org.upstart4j.jobfile.stanza.StanzaName;
import org.upstart4j.jobfile.stanza.TextStanza;
import org.upstart4j.jobfile.stanza.UmaskStanza;

/**
 * Where and as whom the job's processes run: variables, output, folders, user. A part of {@link
 * JobFileBuilder}.
 */
public sealed interface EnvironmentStanzas extends BuilderPart permits JobFileBuilder {

  /**
   * Sets a variable of the job's environment.
   *
   * @param key the variable's name
   * @param value its value; may be empty
   * @return this builder
   */
  default JobFileBuilder env(String key, String value) {
    return set(EnvStanza.of(key, value));
  }

  /**
   * Sets a variable of the job's environment.
   *
   * @param key the variable's name
   * @param value its value, for example a number; it is written as its {@code toString()} says
   * @return this builder
   */
  default JobFileBuilder env(String key, Object value) {
    return env(key, value.toString());
  }

  /**
   * Sets that a variable is taken over from Upstart's own environment.
   *
   * @param key the variable's name
   * @return this builder
   */
  default JobFileBuilder env(String key) {
    if (key.indexOf('=') >= 0) {
      throw new IllegalArgumentException("Not a name of a variable: \"" + key + "\"");
    }
    return set(new EnvStanza(key));
  }

  /**
   * Sets variables of the job's environment.
   *
   * @param variables names and values, set in this order
   * @return this builder
   */
  default JobFileBuilder env(Map<String, String> variables) {
    new LinkedHashMap<>(variables).forEach(this::env);
    return (JobFileBuilder) this; // there is no other
  }

  /**
   * Adds variables that go into the job's events.
   *
   * @param variables names, at least one
   * @return this builder
   */
  default JobFileBuilder export(String... variables) {
    return add(new ListStanza(StanzaName.EXPORT, Arrays.asList(variables)));
  }

  /**
   * Sets where the output goes.
   *
   * @param console where
   * @return this builder
   */
  default JobFileBuilder console(Console console) {
    return set(new ConsoleStanza(console));
  }

  /**
   * Sets the root directory.
   *
   * @param text one line, not empty
   * @return this builder
   */
  default JobFileBuilder chroot(String text) {
    return set(new TextStanza(StanzaName.CHROOT, text));
  }

  /**
   * Sets the working directory.
   *
   * @param text one line, not empty
   * @return this builder
   */
  default JobFileBuilder chdir(String text) {
    return set(new TextStanza(StanzaName.CHDIR, text));
  }

  /**
   * Sets the user.
   *
   * @param text one line, not empty
   * @return this builder
   */
  default JobFileBuilder setuid(String text) {
    return set(new TextStanza(StanzaName.SETUID, text));
  }

  /**
   * Sets the group.
   *
   * @param text one line, not empty
   * @return this builder
   */
  default JobFileBuilder setgid(String text) {
    return set(new TextStanza(StanzaName.SETGID, text));
  }

  /**
   * Sets the file creation mask.
   *
   * @param mask 0 to 0777
   * @return this builder
   * @throws IllegalArgumentException if it is out of range
   */
  default JobFileBuilder umask(int mask) {
    return set(new UmaskStanza(mask));
  }
}
