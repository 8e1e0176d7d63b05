package org.upstart4j.cli.prove.probe;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.upstart4j.ProcessType;
import org.upstart4j.jobfile.JobDefinition;

/** What the probes of a job do if nothing goes wrong. */
public final class Behaviours {

  /** How long a probe takes over what it does, so that it shows who waits for it. */
  public static final Duration TAKES = Duration.ofMillis(200);

  private Behaviours() {}

  /**
   * Says what all probes of a job do: the main process of a service runs, all others end well.
   *
   * @param job the job
   * @return what each of its probes does
   */
  public static Map<Probe, Behaviour> usual(JobDefinition job) {
    Map<Probe, Behaviour> usual = new LinkedHashMap<>();
    for (ProcessType process : ProcessType.values()) {
      boolean service = process == ProcessType.MAIN && !job.task();
      usual.put(new Probe(job.name(), process), service ? runs(job) : ends(0));
    }
    return usual;
  }

  /**
   * Gets ready as the job expects it.
   *
   * @param job the job
   * @return a main process that shows that it is ready, and does nothing else
   */
  public static Behaviour ready(JobDefinition job) {
    Behaviour begin = Behaviour.begin();
    return switch (job.expect()) {
      case NONE -> begin;
      case STOP -> begin.waits(TAKES).stops();
      case FORK -> begin.forks();
      case DAEMON -> begin.forks().forks();
    };
  }

  /**
   * Runs until a signal ends it.
   *
   * @param job the job
   * @return a main process that runs
   */
  public static Behaviour runs(JobDefinition job) {
    return ready(job).record().lingers(TAKES).runs();
  }

  /**
   * Ends by itself.
   *
   * @param status the exit status
   * @return a process that ends
   */
  public static Behaviour ends(int status) {
    return Behaviour.begin().record().waits(TAKES).exits(status);
  }
}
