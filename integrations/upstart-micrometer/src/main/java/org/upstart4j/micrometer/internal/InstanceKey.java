package org.upstart4j.micrometer.internal;

/**
 * An instance of a job.
 *
 * @param job the job's name
 * @param instance the instance's name
 */
record InstanceKey(String job, String instance) {}
