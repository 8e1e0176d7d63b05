package org.upstart4j.it.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.it.Shell.Result;

/** Why a job stands where it stands, by what the host's Upstart and its job files tell. */
class WhyOfHostsTest {

  @TempDir Path folder;
  private FakeHosts hosts;

  @BeforeEach
  void serve() throws IOException {
    hosts = FakeHosts.in(folder);
    hosts.job("web", "web.conf", "description \"Web\"\nstart on never-comes\nexec sleep 9\n");
    hosts.job("db", "web.conf", "start on never-comes\nexce sleep 9\n");
    hosts.running("web", "db");
  }

  @AfterEach
  void end() {
    hosts.close();
  }

  @Test
  void theLineOfTheHostsOwnFileIsTheEvidence() {
    Result result = hosts.upstart("why", "web", "--hosts", "web");

    assertThat(result.output())
        .as(result.errors())
        .contains("/etc/init/web.conf:2", "start on never-comes")
        .doesNotContain("What the job files say");
    assertThat(result.status()).isZero();
  }

  @Test
  void aFileThatTheHostRejectsIsShown() {
    Result result = hosts.upstart("why", "web", "--hosts", "db");

    assertThat(result.output()).as(result.errors()).contains("/etc/init/web.conf:2", "exce");
  }

  @Test
  void oneHostIsLookedAtInTheSameWay() {
    Result result = hosts.shell().upstart("--host", "web", "why", "web");

    assertThat(result.output())
        .as(result.errors())
        .contains("/etc/init/web.conf:2", "start on never-comes");
  }
}
