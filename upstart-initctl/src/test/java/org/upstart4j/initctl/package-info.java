@NullMarked
package org.upstart4j.initctl;

import org.jspecify.annotations.NullMarked;
