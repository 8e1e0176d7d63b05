package org.upstart4j.cli;

import java.util.Optional;
import org.upstart4j.event.EventExpression;

/** When a job starts and stops. */
record Conditions(Optional<EventExpression> start, Optional<EventExpression> stop) {}
