package org.upstart4j.cli.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstart4j.cli.convert.Examples.finding;
import static org.upstart4j.cli.convert.Examples.says;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.upstart4j.systemd.finding.ConversionFinding;
import org.upstart4j.systemd.finding.Level;
import org.upstart4j.systemd.unit.UnitFile;

/** In what two units differ, and why. */
class UnitDifferenceTest {

  private static final ConversionFinding RESPAWN =
      says(finding("web", 6, "respawn", Level.EXACT), "Restart=always, RestartSec=0");

  private static List<UnitDifference> differences(
      String theirs, String ours, ConversionFinding... findings) {
    return UnitDifference.between(
        UnitSettings.of(UnitFile.parse(theirs)),
        UnitSettings.of(UnitFile.parse(ours)),
        List.of(findings));
  }

  @Test
  void aValueThatDiffersIsToldWithTheFindingThatSaysIt() {
    List<UnitDifference> differences =
        differences("[Service]\nRestart=on-failure\n", "[Service]\nRestart=always\n", RESPAWN);

    assertThat(differences).hasSize(1);
    assertThat(differences.get(0).setting()).hasToString("[Service] Restart=");
    assertThat(differences.get(0).theirs()).containsExactly("on-failure");
    assertThat(differences.get(0).ours()).containsExactly("always");
    assertThat(differences.get(0).reasons()).containsExactly(RESPAWN);
  }

  @Test
  void whatIsTheSameIsNoDifference() {
    assertThat(
            differences(
                "# theirs\n[Service]\nType=exec\nRestart=no\nRestart=\nRestart=always\n",
                "[Service]\nRestart = always\nType=exec\n[X-Upstart]\nAuthor=x\n"))
        .isEmpty();
  }

  @Test
  void whatOnlyOneOfThemSetsIsADifference() {
    List<UnitDifference> differences =
        differences("[Unit]\nDocumentation=man:web\n", "[Service]\nRestartSec=0\n", RESPAWN);

    assertThat(differences)
        .extracting(difference -> difference.setting().key())
        .containsExactly("RestartSec", "Documentation");
    assertThat(differences.get(0).reasons()).containsExactly(RESPAWN);
    assertThat(differences.get(1).reasons()).isEmpty();
  }

  @Test
  void ofSeveralThatSetTheSameTheOneWithTheValueIsTold() {
    ConversionFinding a = says(finding("web", 1, "env A=1", Level.EXACT), "Environment=A=1");
    ConversionFinding b = says(finding("web", 2, "env B=2", Level.EXACT), "Environment=B=2");

    assertThat(
            differences(
                "[Service]\nEnvironment=A=1\n",
                "[Service]\nEnvironment=A=1\nEnvironment=B=2\n",
                a,
                b))
        .singleElement()
        .satisfies(difference -> assertThat(difference.reasons()).containsExactly(b));
  }

  @Test
  void whatMeansTheSameIsNoDifference() {
    assertThat(
            differences(
                """
                [Unit]
                After=a.service b.service
                [Service]
                Environment=A=1 "B=2"
                TimeoutStopSec=5
                PrivateTmp=true
                """,
                """
                [Unit]
                After=b.service
                After=a.service
                [Service]
                Environment=B=2
                Environment="A=1"
                TimeoutStopSec=5s
                PrivateTmp=yes
                """))
        .isEmpty();
    assertThat(differences("[Service]\nTimeoutStopSec=5\n", "[Service]\nTimeoutStopSec=5ms\n"))
        .hasSize(1);
    assertThat(differences("[Service]\nExecStart=a b\n", "[Service]\nExecStart=b a\n")).hasSize(1);
  }
}
