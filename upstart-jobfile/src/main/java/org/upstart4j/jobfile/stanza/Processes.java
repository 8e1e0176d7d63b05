package org.upstart4j.jobfile.stanza;

import org.upstart4j.ProcessType;

/** Which stanza gives which process. */
final class Processes {

  private Processes() {}

  static StanzaName name(ProcessType process, StanzaName main) {
    return switch (process) {
      case MAIN -> main;
      case PRE_START -> StanzaName.PRE_START;
      case POST_START -> StanzaName.POST_START;
      case PRE_STOP -> StanzaName.PRE_STOP;
      case POST_STOP -> StanzaName.POST_STOP;
      case SECURITY ->
          throw new IllegalArgumentException(
              "The security process is given by an apparmor load stanza");
    };
  }

  static String slot(ProcessType process) {
    return process.text() + " process";
  }
}
