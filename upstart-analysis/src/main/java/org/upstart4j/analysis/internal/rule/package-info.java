/** The rules, one class each. */
@NullMarked
package org.upstart4j.analysis.internal.rule;

import org.jspecify.annotations.NullMarked;
