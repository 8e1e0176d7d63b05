package org.upstart4j.cli.terminal;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.DiffAlgorithmI;
import com.github.difflib.algorithm.DiffAlgorithmListener;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compares long files in time that grows with their length. Where the files differ it goes on at
 * the nearest line that they share; the difference is right, but need not be the shortest.
 */
final class LongDiff implements DiffAlgorithmI<String> {

  /** A line that is shared so near needs no second one to confirm that the files meet there. */
  private static final int NEAR = 8;

  private static final int NOWHERE = Integer.MAX_VALUE;

  @Override
  public List<Change> computeDiff(
      List<? extends String> source,
      List<? extends String> target,
      @Nullable DiffAlgorithmListener progress) {
    return new Comparison(List.copyOf(source), List.copyOf(target)).changes();
  }

  private static final class Comparison {

    private final List<String> source;
    private final List<String> target;
    private final Map<String, List<Integer>> inSource;
    private final Map<String, List<Integer>> inTarget;
    private final BitSet removed = new BitSet();
    private final BitSet added = new BitSet();

    Comparison(List<String> source, List<String> target) {
      this.source = source;
      this.target = target;
      this.inSource = places(source);
      this.inTarget = places(target);
    }

    private static Map<String, List<Integer>> places(List<String> lines) {
      Map<String, List<Integer>> places = new HashMap<>();
      for (int i = 0; i < lines.size(); i++) {
        places.computeIfAbsent(lines.get(i), line -> new ArrayList<>(1)).add(i);
      }
      return places;
    }

    List<Change> changes() {
      int i = 0;
      int j = 0;
      while (i < source.size() && j < target.size()) {
        if (source.get(i).equals(target.get(j))) {
          i++;
          j++;
          continue;
        }
        int skipped = distance(inSource, target.get(j), i);
        int inserted = distance(inTarget, source.get(i), j);
        skipped = meet(i, skipped, j, 0) ? skipped : NOWHERE;
        inserted = meet(i, 0, j, inserted) ? inserted : NOWHERE;
        if (skipped == NOWHERE && inserted == NOWHERE) {
          removed.set(i++);
          added.set(j++);
        } else if (skipped <= inserted) {
          removed.set(i, i + skipped);
          i += skipped;
        } else {
          added.set(j, j + inserted);
          j += inserted;
        }
      }
      removed.set(i, source.size());
      added.set(j, target.size());
      return blocks();
    }

    private static int distance(Map<String, List<Integer>> places, String line, int from) {
      List<Integer> found = places.getOrDefault(line, List.of());
      int index = Collections.binarySearch(found, from);
      int next = index < 0 ? -index - 1 : index;
      return next < found.size() ? found.get(next) - from : NOWHERE;
    }

    /** Says whether the files go on alike after so many lines. */
    private boolean meet(int i, int skipped, int j, int inserted) {
      if (skipped == NOWHERE || inserted == NOWHERE) {
        return false;
      }
      int a = i + skipped + 1;
      int b = j + inserted + 1;
      if (skipped + inserted <= NEAR) {
        return true;
      }
      boolean sourceEnds = a == source.size();
      boolean targetEnds = b == target.size();
      if (sourceEnds || targetEnds) {
        return sourceEnds == targetEnds;
      }
      return source.get(a).equals(target.get(b));
    }

    private List<Change> blocks() {
      List<Change> changes = new ArrayList<>();
      int i = 0;
      int j = 0;
      while (i < source.size() || j < target.size()) {
        int endRemoved = removed.nextClearBit(i);
        int endAdded = added.nextClearBit(j);
        if (endRemoved > i || endAdded > j) {
          DeltaType type =
              endAdded == j
                  ? DeltaType.DELETE
                  : endRemoved == i ? DeltaType.INSERT : DeltaType.CHANGE;
          changes.add(new Change(type, i, endRemoved, j, endAdded));
        }
        i = endRemoved + 1;
        j = endAdded + 1;
      }
      return changes;
    }
  }
}
