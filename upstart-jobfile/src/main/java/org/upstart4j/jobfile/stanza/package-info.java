/**
 * The stanzas of a job file as typed values: what each one says, without how it is spelled. Every
 * type here is immutable.
 */
@NullMarked
package org.upstart4j.jobfile.stanza;

import org.jspecify.annotations.NullMarked;
