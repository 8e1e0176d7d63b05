package org.upstart4j.fleet.inventory.internal.pattern;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.upstart4j.fleet.inventory.internal.text.Fault;
import org.upstart4j.fleet.inventory.internal.text.Place;

/**
 * A regular expression that can't run for ever: each name may cost a number of steps, and all of
 * them together, and counted repetitions, which can run without looking at a character, are few.
 */
final class BoundedRegex {

  private static final int LONGEST = 1000;
  private static final int MOST_STEPS = 100_000;
  private static final long MOST_STEPS_TOGETHER = 20_000_000;
  private static final long MOST_REPETITIONS = 1000;

  private static final Pattern COUNT = Pattern.compile("\\{\\s*([0-9]+)?\\s*(?:,\\s*([0-9]+)?)?");

  private final Pattern pattern;
  private final Place place;
  private long steps;

  private BoundedRegex(Pattern pattern, Place place) {
    this.pattern = pattern;
    this.place = place;
  }

  /**
   * {@return an expression that names begin with}
   *
   * @throws Fault if it is none, or too costly
   */
  static BoundedRegex of(String text, Place place) throws Fault {
    if (text.length() > LONGEST || repetitions(text) > MOST_REPETITIONS) {
      throw new Fault(place, "the regular expression is too long, or repeats too often");
    }
    try {
      return new BoundedRegex(Pattern.compile(text), place);
    } catch (PatternSyntaxException wrong) {
      throw new Fault(place, "~" + text + " is no regular expression: " + wrong.getDescription());
    } catch (StackOverflowError deep) {
      throw new Fault(place, "the regular expression is too deep");
    }
  }

  private static long repetitions(String text) {
    long product = 1;
    Matcher count = COUNT.matcher(text);
    while (count.find() && product <= MOST_REPETITIONS) {
      for (int group = 1; group <= 2; group++) {
        String digits = count.group(group);
        if (digits != null) {
          product *= digits.length() > 4 ? 10_000 : Math.max(1, Integer.parseInt(digits));
        }
      }
    }
    return product;
  }

  /**
   * {@return whether a name begins with it}
   *
   * @throws Fault if that takes too many steps
   */
  boolean matches(String name) throws Fault {
    try {
      return pattern.matcher(new Counted(name)).lookingAt();
    } catch (TooManySteps | StackOverflowError hostile) {
      throw new Fault(
          place, "~" + pattern + " takes too long; write it without repetitions in repetitions");
    }
  }

  private static final class TooManySteps extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooManySteps() {
      super(null, null, false, false);
    }
  }

  /** A text that counts how often it is looked at. */
  private final class Counted implements CharSequence {

    private final String text;
    private int stepsHere;

    Counted(String text) {
      this.text = text;
    }

    @Override
    public char charAt(int index) {
      if (++stepsHere > MOST_STEPS || ++steps > MOST_STEPS_TOGETHER) {
        throw new TooManySteps();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
