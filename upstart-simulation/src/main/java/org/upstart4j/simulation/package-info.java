/**
 * What would happen to a folder of jobs, without touching anything: {@link
 * org.upstart4j.simulation.Simulation}.
 */
@NullMarked
package org.upstart4j.simulation;

import org.jspecify.annotations.NullMarked;
