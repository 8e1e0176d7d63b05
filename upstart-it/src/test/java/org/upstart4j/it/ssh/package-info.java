/** Upstarts behind an sshd of the tests' own. */
@NullMarked
package org.upstart4j.it.ssh;

import org.jspecify.annotations.NullMarked;
