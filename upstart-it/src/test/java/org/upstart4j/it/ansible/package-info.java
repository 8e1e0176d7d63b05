/** Runs the playbooks of the examples with the real Ansible, against a real sshd. */
@NullMarked
package org.upstart4j.it.ansible;

import org.jspecify.annotations.NullMarked;
