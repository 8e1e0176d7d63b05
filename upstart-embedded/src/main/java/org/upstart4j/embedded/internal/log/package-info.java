/** What an engine logs. */
@NullMarked
package org.upstart4j.embedded.internal.log;

import org.jspecify.annotations.NullMarked;
