package org.upstart4j.jobfile.internal.match;

import java.util.List;

/** An event that has happened, as conditions see it. */
public interface Happened {

  /** Its name. */
  String name();

  /** Its variables in order, each {@code NAME=VALUE}. */
  List<String> variables();

  /** Returns where a variable is, or -1. */
  default int find(String variable) {
    return Entries.find(variables(), variable);
  }
}
