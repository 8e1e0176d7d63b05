/** Proofs that units do what jobs do, on a real systemd. */
@NullMarked
package org.upstart4j.it.prove;

import org.jspecify.annotations.NullMarked;
