/** Commands over many hosts: what they ask, how they tell it, and changes of some at a time. */
@NullMarked
package org.upstart4j.cli.fleet;

import org.jspecify.annotations.NullMarked;
