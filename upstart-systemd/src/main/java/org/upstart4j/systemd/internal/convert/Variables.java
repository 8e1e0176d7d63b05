package org.upstart4j.systemd.internal.convert;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.upstart4j.systemd.internal.unit.Utf8;

/** The variables that a job sets for its processes. */
final class Variables {

  private static final Set<String> UPSTARTS = Set.of("UPSTART_JOB", "UPSTART_INSTANCE");

  /** What a shell sets anew, even if all it does is become another program. */
  private static final Set<String> OF_SHELLS =
      Set.of("IFS", "OLDPWD", "OPTIND", "PPID", "PWD", "SHLVL", "_");

  private final JobUnit job;

  Variables(JobUnit job) {
    this.job = job;
  }

  /** Those that a program has to set, as they would not arrive otherwise. */
  List<String> hard() {
    List<String> hard = new ArrayList<>();
    set()
        .forEach(
            (name, value) -> {
              if (!isPlain(name, value)) {
                hard.add(name + "=" + value);
              }
            });
    return hard;
  }

  /** Those that are set by the job, by name; of each name the last counts. */
  private Map<String, String> set() {
    Map<String, String> set = new LinkedHashMap<>();
    for (String variable : job.definition().env()) {
      int equals = variable.indexOf('=');
      if (equals < 0) {
        set.remove(variable); // it is passed on from process 1
      } else if (equals > 0 && !isUpstarts(variable.substring(0, equals))) {
        set.put(variable.substring(0, equals), variable.substring(equals + 1));
      }
    }
    return set;
  }

  /** Whether Upstart sets a variable itself, whatever the job says. */
  static boolean isUpstarts(String name) {
    return UPSTARTS.contains(name);
  }

  /** Whether {@code Environment=} takes a variable, and a shell passes it on as it is. */
  static boolean isPlain(String name, String value) {
    return name.matches("[A-Za-z_][A-Za-z0-9_]*")
        && !OF_SHELLS.contains(name)
        && Utf8.isValid(value)
        && value.chars().noneMatch(c -> (c < ' ' && c != '\t' && c != '\n') || c == 0x7f);
  }
}
