/** An Upstart in a container, for tests with Testcontainers. */
@NullMarked
package org.upstart4j.testcontainers;

import org.jspecify.annotations.NullMarked;
