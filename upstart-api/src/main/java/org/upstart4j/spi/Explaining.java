package org.upstart4j.spi;

import java.util.Map;
import java.util.Optional;

/** An Upstart that has read its job files itself, and so can say why one of them is no job. */
public interface Explaining {

  /**
   * Explains why there is no job of a name.
   *
   * @param job the name
   * @return which line of which file is why, or which names are near; nothing if neither is known
   */
  Optional<String> explainUnknown(String job);

  /**
   * Returns the jobs whose files were rejected, or could not be read. Such a job may exist even so,
   * without what its override file says.
   *
   * @return why, by the job's name: {@code /etc/init/web.conf:3:1: No stanza is called "respwan"}
   */
  Map<String, String> rejectedJobs();
}
