/** Tests of pages of HTML, in a browser. */
@NullMarked
package org.upstart4j.it.page;

import org.jspecify.annotations.NullMarked;
