/** Proofs that units do what the jobs did from which they were made. */
@NullMarked
package org.upstart4j.cli.prove;

import org.jspecify.annotations.NullMarked;
