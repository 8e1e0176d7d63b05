package org.upstart4j.it.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.it.Running;
import org.upstart4j.it.Shell.Result;
import org.upstart4j.it.site.Eventually;

/** A restart of some hosts after the others. */
class RollingRestartTest {

  @TempDir Path folder;
  private FakeHosts hosts;

  @BeforeEach
  void serve() throws IOException {
    hosts = FakeHosts.in(folder);
    for (String host : List.of("web1", "web2", "web3")) {
      hosts.job(host, "web.conf", "exec sleep 1000\n").running(host);
      hosts.engine(host).job("web").start();
    }
  }

  @AfterEach
  void end() {
    hosts.close();
  }

  @Test
  void allHostsAreRestartedAndStayUp() {
    Result result =
        hosts.upstart(
            "restart", "web", "--rolling", "2", "--canary", "1", "--for", "100ms", "--json");

    assertThat(result.status()).as(result.output() + result.errors()).isZero();
    List<JsonObject> objects = StatusOfHostsTest.json(result);
    assertThat(objects).hasSize(4);
    assertThat(objects.get(0).get("host").getAsString()).isEqualTo("web1");
    assertThat(objects.get(3).getAsJsonObject("summary").get("changed").getAsInt()).isEqualTo(3);
  }

  @Test
  void itEndsAtItsLimitOfFailuresAndNamesWhatHasFailedAndWhatWasNeverTried() throws IOException {
    hosts.stop("web2");

    Result result = hosts.upstart("restart", "web", "--rolling", "1");

    assertThat(result.status()).isEqualTo(4);
    assertThat(result.output()).startsWith("web1  web start/running, process ").hasLineCount(1);
    assertThat(result.errors())
        .contains(
            "upstart: web2: ",
            "upstart: failed: web2\n",
            "upstart: never tried: web3\n",
            "upstart: 3 hosts: 1 done (1 changed), 1 failed, 1 never tried; ended: too many hosts"
                + " have failed\n");
    assertThat(hosts.upstart("restart", "web", "--rolling", "1", "--max-failures", "2").errors())
        .contains("3 hosts: 2 done (2 changed), 1 failed\n");
  }

  @Test
  void itGoesOnWithItsRecord() throws IOException {
    hosts.stop("web2");
    String[] command = {"restart", "web", "--rolling=1", "--resume", "web.record", "--json"};
    assertThat(hosts.upstart(command).status()).isEqualTo(4);
    hosts.again("web2").engine("web2").job("web").start();
    int first = process("web1");

    Result result = hosts.upstart(command);

    assertThat(result.status()).as(result.output()).isZero();
    List<JsonObject> objects = StatusOfHostsTest.json(result);
    assertThat(objects.stream().filter(object -> object.has("host")))
        .extracting(object -> object.get("host").getAsString())
        .containsExactly("web2", "web3");
    assertThat(objects.get(2).getAsJsonObject("summary").get("done").getAsInt()).isEqualTo(3);
    assertThat(process("web1")).isEqualTo(first);
    assertThat(hosts.upstart("restart", "other", "--rolling", "1", "--resume", "web.record"))
        .satisfies(
            other -> {
              assertThat(other.status()).isEqualTo(1);
              assertThat(other.errors()).contains("is that of another change");
            });
  }

  private int process(String host) {
    return hosts.engine(host).job("web").status().pid().orElseThrow();
  }

  @Test
  void nothingIsChangedWhereTheJobFileDoesNotPassTheCheckUnlessToldSo() throws IOException {
    int before = process("web2");
    hosts.job("web2", "web.override", "kill timeout 0\n");

    Result result = hosts.upstart("restart", "web", "--rolling", "1", "--max-failures", "3");

    assertThat(result.status()).isEqualTo(4);
    assertThat(result.output())
        .contains(
            "web2  not changed, as the files of web do not pass the check",
            "/etc/init/web.override:1",
            "[kill-zero]");
    assertThat(process("web2")).isEqualTo(before);
    JsonObject plain =
        StatusOfHostsTest.of(
            "web2", StatusOfHostsTest.json(hosts.upstart("restart", "web", "--json")));
    assertThat(plain.getAsJsonObject("error").get("type").getAsString()).isEqualTo("unchecked");
    assertThat(plain.getAsJsonArray("findings")).hasSize(1);
    assertThat(hosts.upstart("restart", "web", "--hosts", "web2", "--unchecked").status()).isZero();
    assertThat(process("web2")).isNotEqualTo(before);
  }

  @Test
  void anInterruptionLeavesATrueRecord() throws IOException {
    hosts.job("web2", "web.conf", "exec sleep 1000\npost-start exec sleep 1000\n");
    hosts.engine("web2").reloadConfiguration();
    hosts.engine("web2").job("web").stop();
    hosts.engine("web2").job("web").startAsync();
    Path record = folder.resolve("web.record");

    try (Running restart =
        Running.upstart(
            hosts.shell(),
            "--inventory",
            "hosts.ini",
            "restart",
            "web",
            "--fresh",
            "--rolling",
            "1",
            "--resume",
            record.toString())) {
      restart.await("web1  web start/running");
      Eventually.is(() -> outcome(record, "web2").equals("unknown"), "the record of web2");
      restart.interrupt(hosts.shell());

      assertThat(restart.end()).isEqualTo(130);
      assertThat(restart.output())
          .contains("unknown how it has ended: web2\n", "never tried: web3\n", "; ended: SIGINT");
    }
    assertThat(outcome(record, "web1")).isEqualTo("done");
    assertThat(outcome(record, "web2")).isEqualTo("unknown");
    assertThat(outcome(record, "web3")).isEqualTo("untried");
  }

  private static String outcome(Path record, String host) {
    try {
      String text = Files.readString(record).replaceAll("\\s", "");
      int place = text.indexOf("\"host\":\"" + host + "\",\"outcome\":\"");
      return place < 0 ? "" : text.substring(place).split("\"")[7];
    } catch (IOException notYet) {
      return "";
    }
  }

  @Test
  void whatOnlyGoesWithItIsRefusedWithoutIt() {
    assertThat(hosts.upstart("restart", "web", "--canary", "1").errors())
        .startsWith("upstart: --canary goes with --rolling N|P%\n");
    assertThat(hosts.upstart("restart", "web", "--rolling", "0").status()).isEqualTo(2);
    assertThat(hosts.shell().upstart("restart", "web", "--rolling", "1").errors())
        .startsWith("upstart: --rolling goes with --inventory FILE\n");
  }
}
