/** What a conversion can be told. */
@NullMarked
package org.upstart4j.systemd.option;

import org.jspecify.annotations.NullMarked;
