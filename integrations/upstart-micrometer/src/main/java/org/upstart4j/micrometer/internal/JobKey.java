package org.upstart4j.micrometer.internal;

import io.micrometer.core.instrument.Tags;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What has series of its own: a job, or one of its instances.
 *
 * @param name the job's name
 * @param instance the instance's name; null if instances have no series
 */
record JobKey(String name, @Nullable String instance) {

  /** What stands for all jobs beyond the bound. */
  static final String OTHER = "other";

  boolean isOther() {
    return name.equals(OTHER);
  }

  /**
   * Not "job" and "instance": these are Prometheus's own names for what it scrapes, and it would
   * rename ours.
   */
  Tags tags() {
    return instance == null
        ? Tags.of("name", name)
        : Tags.of("name", name, "job.instance", Objects.requireNonNull(instance));
  }
}
