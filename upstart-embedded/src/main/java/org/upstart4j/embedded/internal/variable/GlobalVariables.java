package org.upstart4j.embedded.internal.variable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.upstart4j.jobfile.JobDefinition;

/** The variables that every job gets, and the engine's own, from which they come. */
public final class GlobalVariables {

  /** What process 1 sets for itself. */
  private static final String SYSTEM_PATH =
      "/usr/local/sbin:/usr/local/bin:/usr/bin:/usr/sbin:/sbin:/bin";

  private static final String SYSTEM_TERM = "linux";

  private final Map<String, String> own;
  private final boolean inherits;
  private Variables current = new Variables();

  /**
   * Makes the variables of an engine.
   *
   * @param environment the engine's own variables
   * @param userSession whether it is the Upstart of a session, not process 1
   * @param inherits whether the jobs of a session get all of its variables
   */
  public GlobalVariables(Map<String, String> environment, boolean userSession, boolean inherits) {
    this.own = new LinkedHashMap<>(environment);
    this.inherits = userSession && inherits;
    if (!userSession) {
      own.put("PATH", SYSTEM_PATH);
      own.putIfAbsent("TERM", SYSTEM_TERM);
    }
    reset();
  }

  public void reset() {
    current = new Variables().addOwn(List.of("PATH", "TERM"), this::own);
    if (inherits) {
      own.forEach(current::set);
    }
  }

  private @Nullable String own(String name) {
    return own.get(name);
  }

  public Variables current() {
    return current;
  }

  /** What a job's instance gets before anything that comes with its start. */
  public Variables of(JobDefinition definition) {
    return new Variables(current).addOwn(definition.env(), this::own);
  }
}
