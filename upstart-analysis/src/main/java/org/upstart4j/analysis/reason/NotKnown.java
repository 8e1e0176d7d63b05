package org.upstart4j.analysis.reason;

/**
 * Something that would belong to the answer could not be looked at.
 *
 * @param what what is not known, as the beginning of a sentence: {@code Which event it waits for}
 * @param why why not, as its end: {@code Upstart 1.5 does not tell}
 */
public record NotKnown(String what, String why) implements Reason {
  @Override
  public String word() {
    return "not-known";
  }

  @Override
  public String text() {
    return what + " is not known: " + Sentence.end(why);
  }
}
