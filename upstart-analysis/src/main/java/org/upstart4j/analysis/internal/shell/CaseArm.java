package org.upstart4j.analysis.internal.shell;

import java.util.List;
import java.util.stream.Stream;

/**
 * Patterns of {@code case}, and what runs if one matches.
 *
 * @param patterns the patterns
 * @param body what runs
 * @param ending {@code ;;}, bash's {@code ;&} or {@code ;;&}, or nothing before {@code esac}
 * @param start the offset of its first character
 * @param end the offset after its last character
 */
public record CaseArm(List<ShellWord> patterns, Block body, String ending, int start, int end)
    implements Node {

  public CaseArm {
    patterns = List.copyOf(patterns);
  }

  @Override
  public List<Node> children() {
    return Stream.concat(patterns.stream(), Stream.<Node>of(body)).toList();
  }
}
