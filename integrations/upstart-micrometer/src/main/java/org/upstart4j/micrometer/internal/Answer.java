package org.upstart4j.micrometer.internal;

import java.time.Duration;
import java.util.List;
import org.upstart4j.JobStatus;
import org.upstart4j.Version;

/**
 * What an Upstart said when it was asked.
 *
 * @param version its version
 * @param transport how it was reached
 * @param statuses how its jobs stand
 * @param took how long it took to say so
 */
public record Answer(Version version, String transport, List<JobStatus> statuses, Duration took) {}
