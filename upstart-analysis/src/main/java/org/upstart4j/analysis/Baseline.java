package org.upstart4j.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.upstart4j.analysis.finding.Finding;
import org.upstart4j.jobfile.JobFolder;

/**
 * Findings that are known already, so that a check tells only what is new. A finding is known again
 * by its rule, its file and the text of its line, however the lines move; of several that are alike
 * as many are known as there were. Immutable.
 *
 * <pre>{@code
 * Baseline known = Baseline.read(Files.readString(file));
 * List<Finding> added = known.without(check.check(folder), folder);
 * }</pre>
 */
public final class Baseline {

  private final Map<Fingerprint, Integer> counts;

  private Baseline(Map<Fingerprint, Integer> counts) {
    this.counts = Collections.unmodifiableMap(new TreeMap<>(counts));
  }

  /**
   * Takes findings for known.
   *
   * @param findings the findings
   * @param folder the folder in which they were found
   * @return the baseline
   */
  public static Baseline of(Collection<Finding> findings, JobFolder folder) {
    return new Baseline(counted(findings, folder));
  }

  /**
   * Reads a baseline that {@link #text()} wrote. Lines may have been sorted or merged since; of
   * equal ones the numbers add up.
   *
   * @param text the text
   * @return the baseline
   * @throws BaselineSyntaxException if it is no such text
   */
  public static Baseline read(String text) {
    return new Baseline(BaselineText.read(text));
  }

  /** {@return the baseline as a text of one line for each finding, sorted} */
  public String text() {
    return BaselineText.write(counts);
  }

  /** {@return how often each finding is known} */
  public Map<Fingerprint, Integer> counts() {
    return counts;
  }

  /**
   * Says what is new.
   *
   * @param findings findings
   * @param folder the folder in which they were found
   * @return those that are not known, in the same order; of several that are alike the last ones
   */
  public List<Finding> without(Collection<Finding> findings, JobFolder folder) {
    Map<Fingerprint, Integer> left = new HashMap<>(counts);
    List<Finding> added = new ArrayList<>();
    for (Finding finding : findings) {
      Fingerprint fingerprint = Fingerprint.of(finding, folder);
      int count = left.getOrDefault(fingerprint, 0);
      if (count > 0) {
        left.put(fingerprint, count - 1);
      } else {
        added.add(finding);
      }
    }
    return List.copyOf(added);
  }

  /**
   * Says what is no longer found, so that it may be taken out.
   *
   * @param findings all findings of a check
   * @param folder the folder in which they were found
   * @return how often each is known, but not found any more; sorted
   */
  public Map<Fingerprint, Integer> stale(Collection<Finding> findings, JobFolder folder) {
    Map<Fingerprint, Integer> found = counted(findings, folder);
    Map<Fingerprint, Integer> stale = new TreeMap<>();
    counts.forEach(
        (fingerprint, count) -> {
          int missing = count - found.getOrDefault(fingerprint, 0);
          if (missing > 0) {
            stale.put(fingerprint, missing);
          }
        });
    return Collections.unmodifiableMap(stale);
  }

  private static Map<Fingerprint, Integer> counted(Collection<Finding> findings, JobFolder folder) {
    Map<Fingerprint, Integer> counts = new HashMap<>();
    findings.forEach(finding -> counts.merge(Fingerprint.of(finding, folder), 1, Integer::sum));
    return counts;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Baseline that && counts.equals(that.counts);
  }

  @Override
  public int hashCode() {
    return counts.hashCode();
  }

  @Override
  public String toString() {
    return text();
  }
}
