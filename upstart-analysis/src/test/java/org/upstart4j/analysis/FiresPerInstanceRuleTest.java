package org.upstart4j.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.analysis.finding.Finding;
import org.upstart4j.analysis.finding.Rule;
import org.upstart4j.analysis.platform.Platform;

class FiresPerInstanceRuleTest {

  private static List<Finding> check(String text) {
    return Folders.check(Rule.FIRES_PER_INSTANCE, Platform.UBUNTU_14_04, text);
  }

  @Test
  void anEventOfEachInterfaceAndTheEndOfEachInstanceAreFound() {
    List<Finding> findings =
        check("start on net-device-up\nstop on stopping network-interface\nexec x\n");

    assertThat(findings)
        .extracting(Finding::toString)
        .containsExactly(
            "shop.conf:1:10: warning: \"net-device-up\" comes for each network interface"
                + " [fires-per-instance]",
            "shop.conf:2:9: warning: \"stopping network-interface\" comes for each instance of"
                + " \"network-interface\" [fires-per-instance]");
    assertThat(findings.get(0).reason()).contains("\"net-device-up IFACE!=lo\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "start on net-device-up IFACE=eth0\n",
        "start on net-device-up eth0\n",
        "start on net-device-up IFACE!=lo\n",
        "start on net-device-up METHOD=dhcp\n",
        "start on mounted MOUNTPOINT=/srv\n",
        "start on mounted TYPE=nfs\n",
        "start on net-device-up\ntask\n",
        "start on net-device-added\nstop on net-device-removed INTERFACE=$INTERFACE\n"
            + "instance $INTERFACE\n",
        "start on starting network-interface\n",
        "start on started network-interface INTERFACE=eth0\n",
        "start on filesystem\nstop on runlevel [016]\n",
      })
  void whoeverSaysWhichOneIsMeantIsRight(String text) {
    assertThat(check(text)).isEmpty();
  }

  @Test
  void theFamilyOfAddressesDoesNotTellInterfacesApart() {
    assertThat(check("start on net-device-up ADDRFAM=inet\n")).hasSize(1);
  }

  @Test
  void instancesOfAJobOfTheFolderCountToo() {
    assertThat(
            Folders.findings(
                Rule.FIRES_PER_INSTANCE,
                Platform.UBUNTU_14_04,
                "worker.conf",
                "instance $N\n",
                "constant.conf",
                "instance one\n",
                "shop.conf",
                "start on started constant\nstop on stopped worker\n",
                "third.conf",
                "stop on stopped worker N=3\n"))
        .containsExactly("shop.conf:2:9: \"stopped worker\" comes for each instance of \"worker\"");
  }
}
