package org.upstart4j.embedded.internal.log;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.upstart4j.LogPriority;
import org.upstart4j.embedded.internal.time.EngineTime;
import org.upstart4j.spi.LoggedMessage;

/**
 * What the engine logs in Upstart's words, from a priority on that clients may change. Whatever
 * that is, the last messages from {@link LogPriority#INFO} on are kept.
 */
public final class EngineLog {

  private static final Logger LOG = LoggerFactory.getLogger("org.upstart4j.embedded");

  private final LastMessages last;
  private volatile LogPriority priority = LogPriority.MESSAGE;

  /**
   * Makes a log without messages.
   *
   * @param time says when a message came
   */
  public EngineLog(EngineTime time) {
    this.last = new LastMessages(time);
  }

  public LogPriority priority() {
    return priority;
  }

  public void setPriority(LogPriority lowest) {
    priority = lowest;
  }

  /** Returns the messages that are kept, oldest first. Called on the engine's thread. */
  public List<LoggedMessage> messages() {
    return last.all();
  }

  /** Keeps a message, and logs it if its priority is high enough. On the engine's thread. */
  public void log(LogPriority weight, String text) {
    String line = LogText.visible(text);
    if (weight.compareTo(LogPriority.INFO) >= 0) {
      last.add(line);
    }
    if (weight.compareTo(priority) >= 0) {
      switch (weight) {
        case DEBUG, INFO, MESSAGE -> LOG.info(line);
        case WARN -> LOG.warn(line);
        case ERROR, FATAL -> LOG.error(line);
      }
    }
  }
}
