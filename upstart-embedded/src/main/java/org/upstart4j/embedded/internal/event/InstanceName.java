package org.upstart4j.embedded.internal.event;

/**
 * Which instance of which job.
 *
 * @param job the job's name
 * @param instance the instance's name; empty if the job has only one
 */
public record InstanceName(String job, String instance) {}
