package org.upstart4j.analysis.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.analysis.finding.Rule;

class SetuidCannotRuleTest {

  private final ScriptFindings found = ScriptFindings.of(Rule.SETUID_CANNOT);

  private List<String> asUser(String script) {
    return found.messages("setuid shop\npre-start script\n" + script + "\nend script\nexec a\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a >> /var/log/app.log 2>&1",
        "a > /run/a.pid",
        "echo 1 > /proc/sys/net/ipv4/ip_forward",
        "{ a; } > /etc/a",
        "mkdir -p /var/run/shop",
        "mkdir /var/log/shop/",
        "touch /var/run/a",
        "chown shop /run/shop",
        "chown -R shop:shop /var/lib/shop/data",
        "a | tee -a /var/log/a.log",
      })
  void whatOnlyRootMayDoIsFound(String script) {
    assertThat(asUser(script)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a >> /var/log/shop/app.log 2>&1",
        "a > /dev/null 2>&1",
        "a > /tmp/x; mkdir /tmp/y",
        "a < /etc/passwd",
        "a > \"$LOG\"",
        "mkdir -p /srv/shop/tmp",
        "chown shop ~/x",
        "sudo mkdir /run/shop",
        "echo /var/log/x",
        "a > x.log",
        "echo $$ > /proc/self/oom_score_adj",
      })
  void whatTheUserMayDoIsLeftAlone(String script) {
    assertThat(asUser(script)).isEmpty();
  }

  @Test
  void withoutAnotherUserThanRootNothingIsFound() {
    String exec = "exec a >> /var/log/a.log\n";
    assertThat(found.messages("setuid nobody\n" + exec))
        .containsExactly("2: \"nobody\" may not write \"/var/log/a.log\"");
    assertThat(found.messages(exec)).isEmpty();
    assertThat(found.messages("setuid root\n" + exec)).isEmpty();
    assertThat(found.messages("chroot /x\nsetuid nobody\n" + exec)).isEmpty();
    assertThat(ScriptFindings.of(Rule.SETUID_CANNOT, "rhel-6").messages("setuid x\n" + exec))
        .isEmpty();
  }
}
