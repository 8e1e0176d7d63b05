package org.upstart4j.jobfile.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upstart4j.ExitStatus;
import org.upstart4j.ProcessType;
import org.upstart4j.jobfile.stanza.Resource;
import org.upstart4j.jobfile.stanza.StanzaName;

/**
 * What a stanza that Upstart rejects has changed before it was rejected. It shows when an override
 * file fails: the job stays as it is then.
 */
public sealed interface Leftover {

  /** The text, or the condition, of that name is gone. */
  record Cleared(StanzaName name) implements Leftover {}

  /** The AppArmor profile to switch to is gone. */
  record ProfileCleared() implements Leftover {}

  /** The process exists, if only without a command. */
  record ProcessAdded(ProcessType process) implements Leftover {}

  /** The process has lost its command. */
  record CommandCleared(ProcessType process, boolean script) implements Leftover {}

  /** A number is what was read, though it is not allowed. */
  record NumberSet(Setting setting, long value) implements Leftover {}

  /** A limit is set to what was read; nothing if it was not reached. */
  record LimitSet(Resource resource, @Nullable Long soft, @Nullable Long hard)
      implements Leftover {}

  /** These exit statuses were added. */
  record ExitsAdded(List<ExitStatus> statuses) implements Leftover {}

  /** The console is none that is known. */
  record ConsoleLost() implements Leftover {}

  /** A number that a stanza sets. */
  enum Setting {
    KILL_TIMEOUT,
    RESPAWN_LIMIT,
    RESPAWN_INTERVAL,
    UMASK,
    NICE,
    OOM_SCORE
  }
}
