package org.upstart4j.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.upstart4j.analysis.finding.Finding;
import org.upstart4j.analysis.finding.Rule;
import org.upstart4j.analysis.platform.Platform;

class SysvTooRuleTest {

  private static List<Finding> check(Platform platform, Set<String> scripts) {
    return Check.of(platform)
        .only(Rule.SYSV_TOO)
        .withSysvScripts(scripts)
        .check(Folders.of("shop.conf", "exec x\nstart on filesystem\n", "b.conf", ""));
  }

  @Test
  void aScriptOfTheSameNameIsFound() {
    assertThat(check(Platform.UBUNTU_14_04, Set.of("shop", "other")))
        .singleElement()
        .hasToString("shop.conf:2:1: info: \"/etc/init.d/shop\" is there, too [sysv-too]");
  }

  @Test
  void aJobOnlyStartedByHandIsFoundAtItsFirstLine() {
    assertThat(check(Platform.RHEL_6, Set.of("b")))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.span()).hasToString("1:1");
              assertThat(finding.reason()).contains("chkconfig --del b");
            });
  }

  @Test
  void withoutScriptsThereIsNothingToFind() {
    assertThat(check(Platform.UBUNTU_14_04, Set.of())).isEmpty();
  }
}
