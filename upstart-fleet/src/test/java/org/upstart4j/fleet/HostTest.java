package org.upstart4j.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostTest {

  private static Host with(String variable, Object value) {
    return new Host("web1", List.of(), Map.of(variable, value));
  }

  private static void isInvalid(ThrowingCallable asking, String... words) {
    assertThatThrownBy(asking)
        .isInstanceOf(InvalidHostException.class)
        .hasMessageStartingWith("Host ")
        .hasMessageContainingAll(words);
  }

  @Test
  void aHostWithoutVariablesIsReachedByItsName() {
    Host host = Host.of("root@web1");

    assertThat(host.destination()).isEqualTo("root@web1");
    assertThat(host.sshOptions()).isEmpty();
    assertThat(host.becomesRoot()).isFalse();
    assertThat(host.isLocal()).isFalse();
  }

  @Test
  void itsVariablesSayWhereSshConnectsTo() {
    Host host =
        new Host(
            "web1",
            List.of("web"),
            Map.of(
                "ansible_host", "10.0.0.1",
                "ansible_port", 2222,
                "ansible_user", "deploy",
                "ansible_ssh_private_key_file", "~/.ssh/fleet key"));

    assertThat(host.destination()).isEqualTo("deploy@10.0.0.1");
    assertThat(host.sshOptions()).containsExactly("-p", "2222", "-i", "~/.ssh/fleet key");
  }

  @Test
  void theOldNamesWinAsInAnsible() {
    Host host =
        new Host(
            "web1",
            List.of(),
            Map.of(
                "ansible_host", "new",
                "ansible_ssh_host", "old",
                "ansible_port", "1",
                "ansible_ssh_port", "2",
                "ansible_user", "new",
                "ansible_ssh_user", "old"));

    assertThat(host.destination()).isEqualTo("old@old");
    assertThat(host.sshOptions()).containsExactly("-p", "2");
  }

  @Test
  void theUserOfAVariableReplacesThatOfTheName() {
    Host host = new Host("root@web1", List.of(), Map.of("ansible_user", "deploy"));

    assertThat(host.destination()).isEqualTo("deploy@web1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"99999", "0", "-1", "ssh", "22 -oProxyCommand=x", "22.5"})
  void aPortThatIsNoneIsRefused(String port) {
    isInvalid(() -> with("ansible_port", port).sshOptions(), "web1", "ansible_port", port);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-oProxyCommand=x", "web;reboot", "we b", "$(reboot)", "web\n1"})
  void anAddressThatCouldBeSomethingElseIsRefused(String address) {
    isInvalid(() -> with("ansible_host", address).destination(), "web1");
    isInvalid(() -> Host.of(address).destination(), "ssh");
  }

  @Test
  void aUserThatCouldBeAnOptionIsRefused() {
    isInvalid(() -> with("ansible_user", "-x").destination(), "-x@web1");
  }

  @Test
  void aTemplateIsRefusedAsOnlyAnsibleFillsItIn() {
    isInvalid(
        () -> with("ansible_host", "{{ inventory_hostname }}.lan").destination(),
        "ansible_host",
        "template");
  }

  @Test
  void aHostWithoutANameIsRefused() {
    isInvalid(() -> Host.of(" "), "name");
  }

  @Test
  void aLocalConnectionMeansThisMachine() {
    assertThat(with("ansible_connection", "local").isLocal()).isTrue();
    assertThat(with("ansible_connection", "ansible.builtin.local").isLocal()).isTrue();
    assertThat(with("ansible_connection", "smart").isLocal()).isFalse();
  }

  @Test
  void aConnectionThatIsNotSshIsRefused() {
    isInvalid(() -> with("ansible_connection", "winrm").isLocal(), "winrm", "local or ssh");
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "True", "yes", "on", "1"})
  void aHostMayHaveProgramsRunAsRoot(String yes) {
    assertThat(with("ansible_become", yes).becomesRoot()).isTrue();
    assertThat(with("ansible_become", true).becomesRoot()).isTrue();
    assertThat(with("ansible_become", "no").becomesRoot()).isFalse();
  }

  @Test
  void anotherUserOrAnotherWayToBecomeIsRefused() {
    Host su =
        new Host("a", List.of(), Map.of("ansible_become", true, "ansible_become_method", "su"));
    Host ops =
        new Host("a", List.of(), Map.of("ansible_become", true, "ansible_become_user", "ops"));

    isInvalid(su::becomesRoot, "ansible_become_method", "su", "sudo");
    isInvalid(ops::becomesRoot, "ansible_become_user", "ops", "root");
  }

  @Test
  void whatCanMakeSshRunProgramsIsLeftAlone() {
    Host host = with("ansible_ssh_common_args", "-o ProxyCommand=reboot");

    assertThat(host.sshOptions()).isEmpty();
  }

  @Test
  void aHostKeepsWhatItWasMadeOf() {
    List<String> groups = new ArrayList<>(List.of("web"));
    Map<String, @Nullable Object> variables = new LinkedHashMap<>();
    variables.put("nothing", null);
    Host host = new Host("web1", groups, variables);
    groups.clear();
    variables.clear();

    assertThat(host.groups()).containsExactly("web");
    assertThat(host.variables()).containsEntry("nothing", null);
  }

  @Test
  void anEncryptedValueIsNotPrinted() {
    assertThatThrownBy(() -> with("ansible_host", Map.of("__ansible_vault", "3132")).destination())
        .isInstanceOf(InvalidHostException.class)
        .hasMessageContaining("ansible_host is encrypted")
        .hasMessageNotContaining("3132");
  }
}
