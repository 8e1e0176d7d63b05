package org.upstart4j.spi;

import java.util.List;
import org.upstart4j.ProcessType;

/** The order in which Upstart lists the processes of a job: by the numbers that it gives them. */
public final class ProcessOrder {

  /** All types of process, the main one first. */
  public static final List<ProcessType> LISTED =
      List.of(
          ProcessType.MAIN,
          ProcessType.PRE_START,
          ProcessType.POST_START,
          ProcessType.PRE_STOP,
          ProcessType.POST_STOP,
          ProcessType.SECURITY);

  private ProcessOrder() {}
}
