package org.upstart4j.cli.convert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.upstart4j.systemd.SystemdConversion;
import org.upstart4j.systemd.option.SystemdVersion;

/** What jobs become, held against the units that the same maintainers ship. */
class PairsTest {

  private static final SystemdConversion CONVERSION = SystemdConversion.to(SystemdVersion.DEFAULT);

  @Test
  void whereBothSetSomethingTheyAgreeOrThereIsAReason() throws IOException {
    List<String> without = new ArrayList<>();
    for (Pair pair : Pair.orSkip(CONVERSION)) {
      PairTables.sharedDifferences(pair)
          .filter(difference -> difference.reasons().isEmpty())
          .forEach(
              difference ->
                  without.add(
                      pair.name()
                          + ": "
                          + difference.setting()
                          + difference.ours()
                          + ", not "
                          + difference.theirs()));
    }
    assertThat(without).isEmpty();
  }

  @Test
  void thePageSaysHowTheyDiffer() throws IOException {
    PairTables tables = new PairTables(Pair.orSkip(CONVERSION));
    String page = Files.readString(Pair.projectFile("docs/systemd-pairs.md"));

    assertThat(page)
        .contains("Upstart accepts " + tables.pairs().size() + " of them")
        .contains(tables.shared())
        .contains(tables.onlyTheirs())
        .contains(tables.kept());
  }
}
