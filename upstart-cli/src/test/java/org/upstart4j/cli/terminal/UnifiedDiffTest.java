package org.upstart4j.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.PatchFailedException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.upstart4j.jobfile.JobFile;

class UnifiedDiffTest {

  private static final int MANY = 20_000;

  private static List<String> diff(List<String> before, List<String> after) {
    byte[] diff =
        UnifiedDiff.between(
            "x", JobFile.parse(text(before)), JobFile.parse(text(after)), new Paint(false, false));
    return new String(diff, StandardCharsets.UTF_8).lines().toList();
  }

  private static String text(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }

  private static List<String> numbered(String stanza, int count) {
    return IntStream.range(0, count).mapToObj(i -> stanza + i).toList();
  }

  private static List<String> joined(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  private static void assertPatches(List<String> before, List<String> after)
      throws PatchFailedException {
    List<String> patched =
        UnifiedDiffUtils.parseUnifiedDiff(diff(before, after)).applyTo(new ArrayList<>(before));
    assertThat(patched.equals(after)).isTrue();
  }

  @Test
  @Timeout(60)
  void aDiffOfManyRemovedLinesHasThoseLinesOnly() {
    List<String> removed = numbered("env A", MANY);
    List<String> rest = numbered("env B", MANY);
    List<String> diff = diff(joined(removed, rest), rest);
    assertThat(diff).hasSize(3 + MANY + 3).contains("-env A7", " env B0").doesNotContain("-env B0");
  }

  @Test
  @Timeout(60)
  void aDiffOfManyLinesThatAreAllAlikeHasTheRemovedOnesOnly() {
    List<String> before =
        IntStream.range(0, MANY).mapToObj(i -> i % 2 == 0 ? "foo" : "task").toList();
    List<String> diff = diff(before, before.stream().filter("task"::equals).toList());
    assertThat(diff).filteredOn(line -> line.equals("-foo")).hasSize(MANY / 2);
    assertThat(diff).noneMatch(line -> line.equals("-task") || line.startsWith("+task"));
  }

  @Test
  @Timeout(60)
  void filesThatShareNothingAreReplaced() throws PatchFailedException {
    assertPatches(numbered("env A", MANY), numbered("env B", MANY));
  }

  @Test
  void theDiffOfLongFilesMakesOneOfTheOther() throws PatchFailedException {
    Random random = new Random(7);
    for (int round = 0; round < 40; round++) {
      List<String> before = new ArrayList<>();
      for (int i = 0; i < 1_000; i++) {
        before.add("env A" + random.nextInt(1 + round * 40));
      }
      List<String> after = new ArrayList<>(before);
      for (int i = 0; i < 30; i++) {
        int at = random.nextInt(after.size());
        switch (random.nextInt(4)) {
          case 0 -> after.remove(at);
          case 1 -> after.add(at, "task " + random.nextInt(3));
          case 2 -> after.set(at, "env B");
          default -> after.subList(at, Math.min(after.size(), at + random.nextInt(60))).clear();
        }
      }
      assertPatches(before, after);
    }
  }
}
