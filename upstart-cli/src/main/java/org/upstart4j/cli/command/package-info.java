/**
 * What a command is and how it runs: its options and parameters, how arguments are read, help and
 * complaints, and the way to the Upstart that it asks.
 */
@NullMarked
package org.upstart4j.cli.command;

import org.jspecify.annotations.NullMarked;
