/** {@code upstart exporter}: the numbers of Upstarts, for Prometheus and for OpenTelemetry. */
@NullMarked
package org.upstart4j.cli.exporter;

import org.jspecify.annotations.NullMarked;
