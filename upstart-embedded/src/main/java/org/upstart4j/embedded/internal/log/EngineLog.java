package org.upstart4j.embedded.internal.log;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.upstart4j.LogPriority;

/** What the engine logs in Upstart's words, from a priority on that clients may change. */
public final class EngineLog {

  private static final Logger LOG = LoggerFactory.getLogger("org.upstart4j.embedded");

  private volatile LogPriority priority = LogPriority.MESSAGE;

  public LogPriority priority() {
    return priority;
  }

  public void setPriority(LogPriority lowest) {
    priority = lowest;
  }

  /** Says whether a message of a priority is logged. */
  public boolean logs(LogPriority wanted) {
    return wanted.compareTo(priority) >= 0;
  }

  public void log(LogPriority weight, String text) {
    if (logs(weight)) {
      switch (weight) {
        case DEBUG, INFO, MESSAGE -> LOG.info(LogText.visible(text));
        case WARN -> LOG.warn(LogText.visible(text));
        case ERROR, FATAL -> LOG.error(LogText.visible(text));
      }
    }
  }
}
