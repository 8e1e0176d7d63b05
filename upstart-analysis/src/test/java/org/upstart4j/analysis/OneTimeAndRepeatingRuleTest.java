package org.upstart4j.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.analysis.finding.Finding;
import org.upstart4j.analysis.finding.Rule;
import org.upstart4j.analysis.platform.Platform;

class OneTimeAndRepeatingRuleTest {

  private static List<Finding> check(String text) {
    return Folders.check(Rule.ONE_TIME_AND_REPEATING, Platform.UBUNTU_14_04, text);
  }

  @Test
  void anEventThatComesOnceWithOneThatComesAgainIsFoundAtTheFormer() {
    assertThat(
            check("start on net-device-up IFACE=eth0 and filesystem\nstop on runlevel [!2345]\n"))
        .singleElement()
        .hasToString(
            "shop.conf:1:39: info: \"filesystem\" comes once, and \"net-device-up IFACE=eth0\""
                + " again and again [one-time-and-repeating]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "start on (filesystem and static-network-up)\nstop on runlevel [!2345]\n",
        "start on filesystem and runlevel [2345]\n",
        "start on filesystem and runlevel [2345]\nstop on runlevel [06]\n",
        "start on filesystem and runlevel [2345]\nstop on runlevel [016]\ntask\n",
        "start on (filesystem and runlevel [2345]) or runlevel 3\nstop on runlevel [016]\n",
        "start on filesystem or runlevel [2345]\nstop on runlevel [016]\n",
        "start on runlevel [2345] and net-device-up\nstop on runlevel [016]\n",
        "start on filesystem and our-own-event\nstop on runlevel [016]\n",
      })
  void whatCanStartAgainOrNeedNotIsFine(String text) {
    assertThat(check(text)).isEmpty();
  }

  @Test
  void anEventThatAScriptEmitsAgainComesAgain() {
    assertThat(
            Folders.findings(
                Rule.ONE_TIME_AND_REPEATING,
                Platform.UBUNTU_14_04,
                "a.conf",
                "start on filesystem and runlevel [2345]\nstop on runlevel [016]\n",
                "b.conf",
                "exec initctl emit filesystem\n"))
        .isEmpty();
  }
}
