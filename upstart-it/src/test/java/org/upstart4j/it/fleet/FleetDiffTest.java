package org.upstart4j.it.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.it.Shell.Result;

/** Whose job files differ from whose, and what is wrong with them. */
class FleetDiffTest {

  private static final String USUAL = "start on runlevel [2345]\nexec /usr/bin/web\n";

  @TempDir Path folder;
  private FakeHosts hosts;

  @BeforeEach
  void serve() throws IOException {
    hosts = FakeHosts.in(folder);
    hosts.job("web1", "web.conf", USUAL);
    hosts.job("web2", "web.conf", USUAL);
    hosts.job("db", "web.conf", USUAL + "respawn\n").job("db", "web.override", "manual\n");
    hosts.running("web1", "web2", "db").refusing("gone");
  }

  @AfterEach
  void end() {
    hosts.close();
  }

  @Test
  void hostsWithTheSameFilesAreAGroupAndTheLargestOneIsTheReference() {
    Result result = hosts.upstart("fleet", "diff", "web");

    assertThat(result.output())
        .isEqualTo(
            """
            web[1-2] (2 hosts): web.conf

            db (1 host): web.conf and web.override
            --- web1:/etc/init/web.conf
            +++ db:/etc/init/web.conf
            @@ -1,2 +1,3 @@
             start on runlevel [2345]
             exec /usr/bin/web
            +respawn
            --- /dev/null
            +++ db:/etc/init/web.override
            @@ -0,0 +1,1 @@
            +manual
            """);
    assertThat(result.errors()).contains("upstart fleet: gone: ", "4 hosts: 3 done, 1 failed\n");
    assertThat(result.status()).isEqualTo(4);
  }

  @Test
  void ofGroupsThatAreEquallyLargeTheFirstByNameIsTheReference() {
    assertThat(hosts.upstart("fleet", "diff", "web", "--hosts", "web1:db").output())
        .startsWith("db (1 host): web.conf and web.override\n\nweb1 (1 host): web.conf\n");
  }

  @Test
  void theExitStatusSaysWhetherTheyDiffer() {
    assertThat(hosts.upstart("fleet", "diff", "web", "--hosts", "web*").status()).isZero();
    assertThat(hosts.upstart("fleet", "diff", "web", "--hosts", "!gone").status()).isEqualTo(1);
    assertThat(hosts.upstart("fleet", "diff").status()).isEqualTo(2);
    assertThat(hosts.shell().upstart("fleet", "diff", "web").errors())
        .startsWith("upstart fleet: missing --inventory FILE");
  }

  @Test
  void jsonHasAnObjectOfEachGroup() {
    List<JsonObject> objects =
        StatusOfHostsTest.json(hosts.upstart("fleet", "diff", "web", "--json"));

    assertThat(objects).hasSize(4);
    assertThat(StatusOfHostsTest.of("gone", objects).get("ok").getAsBoolean()).isFalse();
    JsonObject most = objects.get(1);
    assertThat(most.getAsJsonArray("hosts")).hasSize(2);
    assertThat(most.get("reference").getAsBoolean()).isTrue();
    assertThat(most.get("diff").getAsString()).isEmpty();
    assertThat(objects.get(2).get("diff").getAsString()).contains("+respawn\n", "+manual\n");
  }

  @Test
  void theFilesOfEachHostAreCheckedForItsOwnUpstart() throws IOException {
    hosts.job("db", "bad.conf", "exce true\n");

    Result result = hosts.upstart("check", "--hosts", "!gone", "-b");

    assertThat(result.output())
        .startsWith("web[1-2] (2 hosts)\n  1 file checked: no problem\n\ndb (1 host)\n")
        .contains("  /etc/init/bad.conf:1:1: error: ");
    assertThat(result.status()).isEqualTo(4);
    assertThat(hosts.upstart("check", "web", "--hosts", "!gone").status()).isZero();
    assertThat(hosts.upstart("check", "--fix", "--hosts", "!gone").status()).isEqualTo(2);
  }

  @Test
  void theHostsOfAPatternAreListedWithoutAskingThem() {
    assertThat(hosts.upstart("fleet", "hosts", "--hosts", "!web2").output())
        .isEqualTo("web1\ndb\ngone\n");
  }
}
