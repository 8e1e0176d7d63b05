/** Why a job stands where it stands, and what an event would do. */
@NullMarked
package org.upstart4j.analysis.reason;

import org.jspecify.annotations.NullMarked;
