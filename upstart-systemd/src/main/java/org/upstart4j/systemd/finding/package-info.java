/** What became of each part of a job file: findings, their codes and levels. */
@NullMarked
package org.upstart4j.systemd.finding;

import org.jspecify.annotations.NullMarked;
