/** Benchmarks of the job-file parser: speed, allocation, memory, and inputs made to hurt it. */
@NullMarked
package org.upstart4j.benchmarks;

import org.jspecify.annotations.NullMarked;
