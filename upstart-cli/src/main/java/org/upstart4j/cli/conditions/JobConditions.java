package org.upstart4j.cli.conditions;

import java.util.Optional;
import org.upstart4j.event.EventExpression;

/** When a job starts and stops. */
public record JobConditions(Optional<EventExpression> start, Optional<EventExpression> stop) {}
