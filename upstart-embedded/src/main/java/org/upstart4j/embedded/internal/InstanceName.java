package org.upstart4j.embedded.internal;

/**
 * Which instance of which job.
 *
 * @param job the job's name
 * @param instance the instance's name; empty if the job has only one
 */
record InstanceName(String job, String instance) {}
