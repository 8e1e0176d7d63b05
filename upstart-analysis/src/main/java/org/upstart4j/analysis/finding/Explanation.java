package org.upstart4j.analysis.finding;

import java.util.SortedMap;

/**
 * What there is to know of a rule: what Upstart does, and an example of wrong and right.
 *
 * @param target the name of the platform or version that the examples are for
 * @param since which versions it matters for, in a few words
 * @param fix which fixes the rule offers
 * @param text what happens in Upstart, a few sentences
 * @param wrong files in which the rule finds something, by path within their folder
 * @param right the same files as they should be
 */
public record Explanation(
    String target,
    String since,
    FixKind fix,
    String text,
    SortedMap<String, String> wrong,
    SortedMap<String, String> right) {

  /** What fixes a rule offers. */
  public enum FixKind {
    /** None. */
    NONE,
    /** Safe ones, at least in some cases. */
    SAFE,
    /** Only unsafe ones, for people to look at. */
    UNSAFE
  }

  static Explanation of(Rule rule) {
    return PageReader.read(rule.id());
  }
}
