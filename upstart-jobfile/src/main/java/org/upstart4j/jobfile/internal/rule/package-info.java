/**
 * The rules of the stanzas, one class each: how a stanza is read, printed, applied to a job and
 * told apart from others. {@link org.upstart4j.jobfile.internal.rule.StanzaRules} lists them.
 */
@NullMarked
package org.upstart4j.jobfile.internal.rule;

import org.jspecify.annotations.NullMarked;
