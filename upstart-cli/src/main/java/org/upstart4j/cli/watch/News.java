package org.upstart4j.cli.watch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.upstart4j.JobStatus;

/**
 * What is known of all jobs at one moment.
 *
 * @param statuses how they stand, or stood when the connection was lost
 * @param failures which have failed, and how
 * @param lost why the connection is lost, if it is
 */
record News(List<JobStatus> statuses, Map<InstanceName, String> failures, Optional<String> lost) {}
