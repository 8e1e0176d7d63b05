@NullMarked
package org.upstart4j.dbus;

import org.jspecify.annotations.NullMarked;
