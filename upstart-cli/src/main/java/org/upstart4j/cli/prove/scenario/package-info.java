/** What is done on a machine, step by step. */
@NullMarked
package org.upstart4j.cli.prove.scenario;

import org.jspecify.annotations.NullMarked;
