package org.upstart4j.it.ansible;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.Wait;
import org.upstart4j.it.Shell.Result;

/** The playbooks of {@code examples/ansible}. */
class PlaybooksTest {

  private static final Wait START = Wait.atMost(Duration.ofSeconds(60));

  @TempDir Path folder;
  private AnsibleHosts hosts;

  @BeforeEach
  void start() throws IOException {
    hosts = AnsibleHosts.start(folder, "web1", "web2");
    for (String host : hosts.names()) {
      hosts.job(host, "web.conf", "exec sleep 100000\n");
      hosts.job(host, "worker.conf", "exec sleep 100000\n");
    }
  }

  @AfterEach
  void end() {
    hosts.close();
  }

  @Test
  void ensuringChangesWhatIsNotSoAndThenNothing() {
    hosts.engine("web2").job("worker").start(START);

    Result first = hosts.play("ensure.yml");
    assertThat(first.output()).containsPattern("web1 +: ok=2 +changed=1 ");
    assertThat(first.output()).containsPattern("web2 +: ok=2 +changed=2 ");
    Result second = hosts.play("ensure.yml");
    assertThat(second.status()).as(second.output()).isZero();
    assertThat(second.output()).containsPattern("web1 +: ok=2 +changed=0 ");
    assertThat(second.output()).containsPattern("web2 +: ok=2 +changed=0 ");
  }

  @Test
  void aHostThatFailsFailsAloneAndSaysWhy() throws IOException {
    hosts.job("web1", "web.conf", "exec false\n");

    Result played = hosts.play("ensure.yml");
    assertThat(played.status()).isEqualTo(2);
    assertThat(played.output()).contains("job-failed").containsPattern("web1 +: ok=0 .* failed=1 ");
    assertThat(played.output()).containsPattern("web2 +: ok=2 +changed=1 .* failed=0 ");
  }

  @Test
  void theStateOfAJobIsAskedWithoutAChange() {
    hosts.engine("web1").job("web").start(START);

    Result played = hosts.play("state.yml");
    assertThat(played.output())
        .contains("web is process ")
        .contains("web is stop/waiting")
        .containsPattern("web1 +: ok=2 +changed=0 .* failed=0 ")
        .containsPattern("web2 +: ok=1 +changed=0 .* failed=1 ");
  }

  @Test
  void aJobFileIsDeployedOnceAndTheJobRunsWithIt() throws IOException {
    hosts.engine("web1").job("web").start(START);

    Result first = hosts.play("deploy.yml");
    assertThat(first.status()).as(first.output()).isZero();
    assertThat(first.output()).containsPattern("web1 +: ok=3 +changed=2 ");
    for (String host : hosts.names()) {
      assertThat(hosts.init(host).resolve("web.conf"))
          .hasSameTextualContentAs(AnsibleHosts.example("files/web.conf"));
      assertThat(hosts.init(host).resolve(".web.conf.new")).doesNotExist();
      assertThat(hosts.engine(host).job("web").instances()).hasSize(1);
    }
    Result second = hosts.play("deploy.yml");
    assertThat(second.status()).as(second.output()).isZero();
    assertThat(second.output()).containsPattern("web1 +: ok=2 +changed=0 ");
    assertThat(second.output()).containsPattern("web2 +: ok=1 +changed=0 ");
  }

  @Test
  void anEventIsEmitted() throws IOException {
    for (String host : hosts.names()) {
      hosts.job(host, "notes.conf", "start on release VERSION=2.0\nexec sleep 100000\n");
    }

    Result played = hosts.play("emit.yml", "-e", "version=2.0");
    assertThat(played.output()).containsPattern("web1 +: ok=1 +changed=1 ");
    for (String host : hosts.names()) {
      assertThat(hosts.engine(host).job("notes").instances()).hasSize(1);
    }
  }

  @Test
  void filesThatDifferAreShown() throws IOException {
    assertThat(hosts.play("drift.yml").status()).isZero();
    hosts.job("web2", "web.conf", "exec sleep 100000\nrespawn\n");

    Result played = hosts.play("drift.yml");
    assertThat(played.status()).isEqualTo(2);
    assertThat(played.output()).contains("+++ web2:/etc/init/web.conf").contains("+respawn");
  }
}
