package org.upstart4j.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstart4j.analysis.Samples.findings;
import static org.upstart4j.analysis.Samples.folder;
import static org.upstart4j.analysis.Samples.places;
import static org.upstart4j.analysis.Samples.target;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.analysis.finding.Rule;
import org.upstart4j.analysis.platform.Platform;
import org.upstart4j.jobfile.JobDirectory;

class NeverReadRuleTest {

  private static final String JOB = "start on runlevel [2345]\nexec /usr/sbin/shopd\n";

  @TempDir private Path init;

  private List<String> found(String target) throws IOException {
    return Check.of(target(target)).only(Rule.NEVER_READ).check(JobDirectory.of(init)).stream()
        .map(finding -> finding.file() + ":" + finding.span())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop", "shop.cfg", "shop.CONF", "shop.con", "shop.job"})
  void aJobWithAnotherNameIsFound(String name) throws IOException {
    Files.writeString(init.resolve(name), JOB);
    assertThat(found("ubuntu-14.04")).containsExactly(name + ":1:1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "README",
        "shop.conf.disabled",
        "shop.md",
        "Makefile",
        "shop.sh",
        "shop.upstart",
        "upstart",
        "shop.conf.erb",
        "shop.conf.1",
        ".shop",
        "shop.conf~"
      })
  void aNameThatSomebodyChoseOnPurposeIsNot(String name) throws IOException {
    Files.writeString(init.resolve(name), JOB);
    assertThat(found("ubuntu-14.04")).isEmpty();
  }

  @Test
  void whatIsNoJobIsNot() throws IOException {
    Files.writeString(init.resolve("shop"), "#!/bin/sh\nexec /usr/sbin/shopd\nif true; then\n");
    Files.writeString(init.resolve("notes"), "Ask Ann before you stop it.\n");
    Files.writeString(init.resolve("large"), JOB + "# x\n".repeat(100_000));
    assertThat(found("ubuntu-14.04")).isEmpty();
  }

  @Test
  void aLinkedOverrideFileIsReadBefore17Only() throws IOException {
    Files.writeString(init.resolve("shop.conf"), JOB);
    Path elsewhere = Files.createDirectory(init.resolve(".elsewhere")).resolve("x");
    Files.writeString(elsewhere, "env A=$B\n");
    Files.createSymbolicLink(init.resolve("shop.override"), elsewhere);
    assertThat(found("1.7")).containsExactly("shop.override:1:1");
    assertThat(found("1.6")).isEmpty();
    assertThat(Check.of(target("1.6")).only(Rule.NOT_EXPANDED).check(JobDirectory.of(init)))
        .hasSize(1);
  }

  @Test
  void anOverrideFileWithoutItsJobIsFoundAndTheNearNameProposed() {
    assertThat(
            findings(
                Rule.NEVER_READ, "ubuntu-14.04", "shop.conf", JOB, "shpo.override", "manual\n"))
        .first()
        .satisfies(
            finding -> {
              assertThat(finding.file()).isEqualTo("shpo.override");
              assertThat(finding.reason()).contains("Is \"shop.conf\" meant?");
            });
  }

  @Test
  void anOverrideFileInAFolderWithoutConfFilesIsForAnotherPackage() {
    assertThat(places(Rule.NEVER_READ, "ubuntu-14.04", "shop.override", "manual\n")).isEmpty();
    assertThat(
            places(
                Rule.NEVER_READ,
                "ubuntu-14.04",
                "cart.conf",
                JOB,
                "files/shop.override",
                "manual\n"))
        .isEmpty();
    assertThat(
            places(
                Rule.NEVER_READ,
                "ubuntu-14.04",
                "files/cart.conf",
                JOB,
                "files/shop.override",
                "manual\n"))
        .containsExactly("files/shop.override:1:1");
  }

  @Test
  void aPlatformsOwnJobMayBeOverridden() {
    Platform.providedAnywhere().jobs().stream()
        .limit(20)
        .map(job -> job.name() + ".override")
        .forEach(
            file ->
                assertThat(places(Rule.NEVER_READ, "ubuntu-14.04", file, "manual\n")).isEmpty());
  }

  @Test
  void aVersionWithoutOverrideFilesReadsNone() {
    String[] files = {"shop.conf", JOB, "shop.override", "respwan\n"};
    assertThat(places(Rule.NEVER_READ, "rhel-6.0", files)).containsExactly("shop.override:1:1");
    assertThat(Check.of(target("rhel-6.0")).only(Rule.SYNTAX).check(folder(files))).isEmpty();
  }
}
