/**
 * Leaving for systemd: what a folder of jobs becomes, and how faithfully.
 *
 * <p>{@link org.upstart4j.systemd.SystemdConversion} makes a {@link
 * org.upstart4j.systemd.Conversion}: files to write, and a finding for each stanza.
 */
@NullMarked
package org.upstart4j.systemd;

import org.jspecify.annotations.NullMarked;
