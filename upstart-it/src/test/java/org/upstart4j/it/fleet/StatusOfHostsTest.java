package org.upstart4j.it.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.it.Shell.Result;
import org.upstart4j.it.site.Eventually;

/** What commands over many hosts tell. */
class StatusOfHostsTest {

  @TempDir Path folder;
  private FakeHosts hosts;

  @BeforeEach
  void serve() throws IOException {
    hosts = FakeHosts.in(folder);
    for (String host : List.of("web1", "web2", "db")) {
      hosts.job(host, "web.conf", "exec sleep 1000\n");
    }
    hosts.running("web1", "web2", "db");
  }

  @AfterEach
  void end() {
    hosts.close();
  }

  @Test
  void everyHostHasALineAsItIsDone() {
    Result result = hosts.upstart("status", "web");

    assertThat(result.output().lines())
        .containsExactlyInAnyOrder(
            "web1  web stop/waiting", "web2  web stop/waiting", "db    web stop/waiting");
    assertThat(result.errors()).isEmpty();
    assertThat(result.status()).isZero();
  }

  @Test
  void theOptionsMayStandAfterTheCommandToo() {
    Result result =
        hosts.shell().upstart("status", "--hosts=web*", "web", "--inventory", "hosts.ini", "-b");

    assertThat(result.output()).isEqualTo("web[1-2] (2 hosts)\n  web stop/waiting\n");
  }

  @Test
  void equalAnswersAreShownOnceWithTheirHostsWhateverTheNumbersOfTheirProcesses() {
    hosts.engine("web1").job("web").start();
    hosts.engine("db").job("web").start();

    assertThat(hosts.upstart("status", "web", "--group").output())
        .isIn(
            "web1, db (2 hosts)\n  web start/running\n\nweb2 (1 host)\n  web stop/waiting\n",
            "db, web1 (2 hosts)\n  web start/running\n\nweb2 (1 host)\n  web stop/waiting\n");
  }

  @Test
  void theExitStatusSaysWhetherAllSomeOrNoneHaveAnswered() throws IOException {
    hosts.refusing("gone");

    assertThat(hosts.upstart("status", "web", "--hosts", "!gone").status()).isZero();
    Result some = hosts.upstart("status", "web");
    assertThat(some.status()).isEqualTo(4);
    assertThat(some.errors())
        .contains("upstart: gone: ", "Connection refused", "4 hosts: 3 done, 1 failed\n");
    assertThat(some.output().lines()).hasSize(3);
    assertThat(hosts.upstart("status", "web", "--hosts", "gone").status()).isEqualTo(5);
    hosts.refusing("gone2");
    assertThat(hosts.upstart("status", "web", "--hosts", "gone*", "-b").output())
        .startsWith("gone, gone2 (2 hosts)\n  HOST ")
        .contains("Connection refused");
    assertThat(hosts.upstart("status", "nobody").status()).isEqualTo(5);
    assertThat(hosts.upstart("status").status()).isEqualTo(2);
  }

  @Test
  void jsonHasAnObjectOfEachHostAndOneOfTheRun() throws IOException {
    hosts.refusing("gone");

    List<JsonObject> objects = json(hosts.upstart("status", "web", "--json"));

    assertThat(objects).hasSize(5);
    JsonObject summary = objects.get(4).getAsJsonObject("summary");
    assertThat(summary.get("done").getAsInt()).isEqualTo(3);
    assertThat(summary.getAsJsonArray("failed_hosts").get(0).getAsString()).isEqualTo("gone");
    JsonObject web1 = of("web1", objects);
    assertThat(web1.get("ok").getAsBoolean()).isTrue();
    assertThat(web1.get("changed").getAsBoolean()).isFalse();
    assertThat(web1.getAsJsonArray("jobs").get(0).getAsJsonObject().get("state").getAsString())
        .isEqualTo("waiting");
    JsonObject gone = of("gone", objects).getAsJsonObject("error");
    assertThat(gone.get("type").getAsString()).isEqualTo("unavailable");
    assertThat(gone.get("text").getAsString()).contains("Connection refused");
  }

  @Test
  void whatIsDoneTwiceChangesNothingTheSecondTime() {
    for (List<String> command :
        List.of(
            List.of("start", "web"),
            List.of("stop", "web"),
            List.of("ensure", "running", "web"),
            List.of("ensure", "stopped", "web"))) {
      assertThat(changed(command)).as("%s", command).containsOnly(true);
      assertThat(changed(command)).as("%s again", command).containsOnly(false);
    }
    changed(List.of("start", "web"));
    assertThat(changed(List.of("restart", "web"))).containsOnly(true);
  }

  private List<Boolean> changed(List<String> command) {
    String[] words = (String.join(" ", command) + " --json").split(" ");
    Result result = hosts.upstart(words);
    assertThat(result.status()).as(result.output()).isZero();
    return json(result).stream()
        .filter(object -> object.has("host"))
        .map(object -> object.get("changed").getAsBoolean())
        .toList();
  }

  @Test
  void aHostThatHangsEndsAtItsLimit() throws IOException {
    hosts.hanging("slow");

    Result result = hosts.upstart("status", "web", "--hosts", "slow", "--timeout", "2s");

    assertThat(result.status()).isEqualTo(5);
    assertThat(result.errors()).contains("upstart: slow: ").contains("1 host: 0 done, 1 failed");
    Eventually.is(() -> hosts.left("slow").isEmpty(), "the end of its ssh");
  }

  @Test
  void whereNothingCanPassDbusOnInitctlIsAskedAndThatIsSaid() throws IOException {
    hosts.withInitctlOnly("web2");

    Result result = hosts.upstart("status", "web", "--hosts", "web*");
    assertThat(result.output().lines())
        .containsExactlyInAnyOrder("web1  web stop/waiting", "web2  web stop/waiting");
    assertThat(result.errors()).startsWith("upstart: asked through initctl: web2: ");
    assertThat(
            of("web2", json(hosts.upstart("status", "web", "--json", "--hosts", "web2")))
                .getAsJsonObject("way")
                .get("kind")
                .getAsString())
        .isEqualTo("initctl");
    assertThat(hosts.upstart("status", "web", "--hosts", "web2", "--transport", "private").status())
        .isEqualTo(5);
  }

  @Test
  void aCommandThatAsksOneUpstartOnlySaysWhichCanAskMany() {
    Result tree = hosts.upstart("tree");

    assertThat(tree.status()).isEqualTo(2);
    assertThat(tree.errors())
        .startsWith("upstart tree: it asks one Upstart only; many hosts can be asked by start, ");
    assertThat(hosts.upstart("version").status()).isEqualTo(2);
    assertThat(hosts.shell().upstart("status", "web", "--forks", "3").errors())
        .startsWith("upstart: --forks goes with --inventory FILE\n");
    assertThat(hosts.upstart("status", "web", "--host", "root@web1").errors())
        .startsWith("upstart: --host chooses one Upstart, --inventory many\n");
  }

  @Test
  void whatAHostSaysCommandsNoTerminal() throws IOException {
    String evil = "ev\u001b]0;il\u0007";
    hosts.job("evil", evil + ".conf", "exec sleep 1000\n").running("evil");

    Result result = hosts.upstart("list", "--hosts", "evil");

    assertThat(result.output()).isEqualTo("evil  ev\\x1b]0;il\\x07 stop/waiting\n");
    assertThat(hosts.upstart("status", "no" + evil).errors()).doesNotContain("\u001b");
  }

  static List<JsonObject> json(Result result) {
    return result
        .output()
        .lines()
        .map(line -> JsonParser.parseString(line).getAsJsonObject())
        .toList();
  }

  static JsonObject of(String host, List<JsonObject> objects) {
    return objects.stream()
        .filter(object -> object.has("host") && object.get("host").getAsString().equals(host))
        .findFirst()
        .orElseThrow();
  }
}
