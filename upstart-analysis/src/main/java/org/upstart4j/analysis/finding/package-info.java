/** Findings: their rules, how bad they are, and how they are fixed. */
@NullMarked
package org.upstart4j.analysis.finding;

import org.jspecify.annotations.NullMarked;
