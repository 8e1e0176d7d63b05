/**
 * The command line: {@code upstart}, {@code upstart-create}, {@code upstart-reload} and {@code
 * initctl2dot}. {@link org.upstart4j.cli.CommandTable} is the table of commands; {@code
 * org.upstart4j.cli.command} says how one of them is described and run.
 *
 * <p>Only what needs no program is tested in this module. The commands themselves are tested as
 * programs, by the built {@code bin/upstart}: in the module {@code upstart-it}, in its {@code
 * *CommandTest} classes, {@code UpstartHelpTest}, {@code LauncherTest}, {@code ShellSupportTest}
 * and {@code TerminalTest}.
 */
@NullMarked
package org.upstart4j.cli;

import org.jspecify.annotations.NullMarked;
