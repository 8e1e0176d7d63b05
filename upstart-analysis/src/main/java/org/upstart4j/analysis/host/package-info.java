/** What the analysis may ask of the system that it runs on, for those who let it. */
@NullMarked
package org.upstart4j.analysis.host;

import org.jspecify.annotations.NullMarked;
