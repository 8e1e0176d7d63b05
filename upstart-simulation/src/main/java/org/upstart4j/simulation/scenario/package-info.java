/**
 * What programs do, and what comes from outside, as a file says it: {@link
 * org.upstart4j.simulation.scenario.Scenario}.
 */
@NullMarked
package org.upstart4j.simulation.scenario;

import org.jspecify.annotations.NullMarked;
