package org.upstart4j.analysis.reason;

import java.util.List;
import java.util.Optional;
import org.upstart4j.JobStatus;

/**
 * Why a job, or one of its instances, stands where it stands.
 *
 * @param job the job's name
 * @param status how it stands; nothing if there is no such job
 * @param reasons why, what matters most first
 */
public record Answer(String job, Optional<JobStatus> status, List<Reason> reasons) {}
