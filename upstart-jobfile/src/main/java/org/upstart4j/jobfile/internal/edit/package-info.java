/** How the text of one stanza is changed, with as few changes to its bytes as possible. */
@NullMarked
package org.upstart4j.jobfile.internal.edit;

import org.jspecify.annotations.NullMarked;
