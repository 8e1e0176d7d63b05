/** What starts and stops what: jobs, events, and the conditions between them. */
@NullMarked
package org.upstart4j.picture.graph;

import org.jspecify.annotations.NullMarked;
