/** What initctl prints, and how programs are run: nothing that users see. */
@NullMarked
package org.upstart4j.initctl.internal;

import org.jspecify.annotations.NullMarked;
