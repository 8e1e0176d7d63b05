/** Many hosts with an Upstart each: calls and subscriptions over all of them. */
@NullMarked
package org.upstart4j.fleet;

import org.jspecify.annotations.NullMarked;
