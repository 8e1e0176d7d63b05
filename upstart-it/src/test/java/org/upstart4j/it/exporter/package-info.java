/**
 * The numbers of Upstart: the exporter, Prometheus, OpenTelemetry, and what is written about them.
 */
@NullMarked
package org.upstart4j.it.exporter;

import org.jspecify.annotations.NullMarked;
