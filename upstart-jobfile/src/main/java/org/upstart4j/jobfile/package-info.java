/**
 * Job files of Upstart. {@link org.upstart4j.jobfile.JobFile} is the text: read, edited and written
 * without losing a byte. {@link org.upstart4j.jobfile.JobDefinition} is the meaning: what Upstart
 * makes of it. {@link org.upstart4j.jobfile.JobDirectory} is a folder of them.
 */
@NullMarked
package org.upstart4j.jobfile;

import org.jspecify.annotations.NullMarked;
