package org.upstart4j.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.analysis.finding.Finding;
import org.upstart4j.analysis.finding.Rule;
import org.upstart4j.analysis.platform.Platform;

class InstanceVariableUnsetRuleTest {

  private static List<Finding> check(String text) {
    return Folders.check(Rule.INSTANCE_VARIABLE_UNSET, Platform.UBUNTU_14_04, text);
  }

  private static List<String> in(String... files) {
    return Folders.findings(Rule.INSTANCE_VARIABLE_UNSET, Platform.UBUNTU_14_04, files);
  }

  @Test
  void aVariableThatNothingSetsIsFoundAtTheInstance() {
    List<Finding> findings = check("start on runlevel [2345]\nexec x $NAME\ninstance $NAME\n");

    assertThat(findings)
        .singleElement()
        .hasToString("shop.conf:3:1: error: Nothing sets \"NAME\" [instance-variable-unset]");
    assertThat(findings.get(0).reason()).contains("nor those behind it");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "start on runlevel [0123456]\ninstance $RUNLEVEL\n",
        "start on net-device-added\ninstance ${INTERFACE}\n",
        "start on runlevel [2345]\nenv NAME=a\ninstance $NAME\n",
        "start on runlevel [2345]\ninstance ${NAME:-a}\n",
        "start on runlevel [2345]\ninstance ${NAME-a}-$UPSTART_EVENTS\n",
        "start on runlevel [2345]\ninstance constant\n",
        "start on our-own-event\ninstance $NAME\n",
        "start on filesystem and our-own-event\ninstance $NAME\n",
        "start on started dbus\ninstance $JOB\n",
        "start on stopped\ninstance $JOB$RESULT\n",
        "start on block-device-added\ninstance $ID_FS_UUID\n",
        "instance $NAME\n",
        "start on runlevel [2345]\nmanual\ninstance $NAME\n",
      })
  void aVariableThatMayBeThereIsFine(String text) {
    assertThat(check(text)).isEmpty();
  }

  @Test
  void eachWayToStartMustBringTheVariable() {
    assertThat(check("start on our-own-event or filesystem\ninstance $NAME\n"))
        .singleElement()
        .extracting(Finding::message)
        .isEqualTo("Nothing sets \"NAME\" when \"filesystem\" starts the job");
  }

  @Test
  void aJobBringsWhatItExports() {
    String shop = "start on started worker\ninstance $N\n";

    assertThat(in("shop.conf", shop, "worker.conf", "export N\ninstance $N\n")).isEmpty();
    assertThat(in("shop.conf", shop, "worker.conf", "instance $N\n")).hasSize(1);
  }

  @Test
  void aScriptBringsWhatItGivesToTheEvent() {
    String shop = "start on shop-up\ninstance $N\n";

    assertThat(in("shop.conf", shop, "b.conf", "exec initctl emit shop-up N=3\n")).isEmpty();
    assertThat(in("shop.conf", shop, "b.conf", "exec initctl emit shop-up M=3\n")).hasSize(1);
    assertThat(in("shop.conf", shop, "b.conf", "exec initctl emit shop-up $ALL\n")).isEmpty();
    assertThat(in("shop.conf", shop, "b.conf", "emits shop-up\n")).isEmpty();
  }

  @Test
  void aTestOfAVariableDoesNotSetIt() {
    assertThat(check("start on runlevel [2345] NAME=a\ninstance $NAME\n")).hasSize(1);
  }

  @Test
  void onChromeosAVariableMustBeImported() {
    String text = "start on our-own-event\ninstance $NAME\n";

    assertThat(Folders.check(Rule.INSTANCE_VARIABLE_UNSET, Platform.CHROMEOS, text))
        .singleElement()
        .extracting(Finding::message)
        .isEqualTo("\"NAME\" is not imported");
    assertThat(
            Folders.check(Rule.INSTANCE_VARIABLE_UNSET, Platform.CHROMEOS, "import NAME\n" + text))
        .isEmpty();
  }
}
