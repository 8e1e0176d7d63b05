package org.upstart4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code upstart why} on jobs with real processes. */
class WhyCommandTest {

  @TempDir static Path folder;
  private static Served served;

  @BeforeAll
  static void serve() throws IOException {
    Served.job(folder, "web", "start on deployed\nexec sleep 1000\n");
    Served.job(folder, "migrate", "start on starting web\ntask\nexec sleep 1000\n");
    Served.job(folder, "up", "exec sleep 1000\n");
    Served.job(folder, "named", "instance $PORT\nexec sleep 1000\n");
    Served.job(folder, "failing", "script\necho cannot bind >&2\nexit 3\nend script\n");
    Served.job(folder, "wrong", "exec true\nrespwan\n");
    Served.job(folder, "idle", "start on (started up and unheard-of)\nexec sleep 1000\n");
    served = Served.in(folder);
    upstart("emit", "--no-wait", "deployed");
    upstart("start", "up");
    upstart("start", "named", "PORT=80");
    upstart("start", "failing");
    upstart("wait", "failing", "stop/waiting", "--timeout", "60s");
  }

  @AfterAll
  static void end() {
    served.close();
  }

  private static Shell.Result upstart(String... arguments) {
    return served.shell().upstart(arguments);
  }

  private static Shell.Result why(String... arguments) {
    String[] line = new String[arguments.length + 1];
    line[0] = "why";
    System.arraycopy(arguments, 0, line, 1, arguments.length);
    return upstart(line);
  }

  private static JsonObject json(String line) {
    return JsonParser.parseString(line).getAsJsonObject();
  }

  @Test
  void whoWaitsIsSaidWithWhoHoldsHim() {
    Shell.Result result = why("web");
    assertThat(result.status()).isZero();
    assertThat(result.output())
        .startsWith("web start/starting\nweb waits until ")
        .containsPattern(
            "(?m)^    migrate, which is start/running, holds the event starting JOB=web")
        .containsPattern("(?m)^        migrate waits for the end of its main process \\d+")
        .containsPattern("(?m)^            process \\d+: sleep 1000, for ")
        .contains(folder.resolve("init/migrate.conf") + ":1: start on starting web");
  }

  @Test
  void namesOfOthersGiveNoCommandsToATerminal(@TempDir Path jobs) throws IOException {
    Served.job(jobs, "e\u001b[31mvil", "exec sleep 1\n");

    Shell.Result result =
        Shell.in(jobs)
            .upstart("why", "e\u001b[31mvil", "--transport", "embedded", "--confdir", "init");

    assertThat(result.output()).startsWith("e\\x1b[31mvil stop/waiting\n").doesNotContain("\u001b");
  }

  @Test
  void theTextHasNoArrows() {
    assertThat(why("web").output() + why().output()).doesNotContain("->").doesNotContain("\u2192");
  }

  @Test
  void aFailureIsSaidWithTheLastLineOfTheLog() {
    Shell.Result result = why("failing");
    assertThat(result.status()).isZero();
    assertThat(result.output())
        .startsWith("failing stop/waiting\n")
        .contains("The main process of failing exited with status 3")
        .contains("    " + folder.resolve("logs/failing.log") + ": cannot bind\n");
  }

  @Test
  void whyThereIsNoSuchJobIsSaidAndTheExitStatusIsOne() {
    Shell.Result wrong = why("wrong");
    assertThat(wrong.status()).isEqualTo(1);
    assertThat(wrong.output()).contains("because Upstart rejects").contains("respwan");
    Shell.Result nobody = why("idel");
    assertThat(nobody.status()).isEqualTo(1);
    assertThat(nobody.output()).contains("Did you mean idle?");
  }

  @Test
  void withoutAJobItIsAboutAllThatIsWrong() {
    Shell.Result result = why();
    assertThat(result.status()).isZero();
    assertThat(result.output())
        .contains("web start/starting\n", "migrate start/running", "failing stop/waiting\n")
        .contains("respwan")
        .doesNotContain("named");
  }

  @Test
  void whatWasToldAboveIsNotToldAgain() {
    String output = why().output();
    assertThat(output).contains("migrate, which is start/running");
    assertThat(output.split("migrate waits for the end of its main process", -1).length)
        .as("told of migrate, and mentioned for web")
        .isLessThanOrEqualTo(3);
  }

  @Test
  void anInstanceIsNamedByItsNameOrByVariables() {
    assertThat(why("named", "80").output()).startsWith("named (80) start/running");
    assertThat(why("named", "PORT=80").output()).startsWith("named (80) start/running");
    Shell.Result none = why("named", "PORT=81");
    assertThat(none.output()).contains("has no instance 81").contains("80");
    assertThat(none.status()).isEqualTo(1);
  }

  @Test
  void jsonTellsAllThatTheTextTells() {
    Shell.Result result = why("web", "--json");
    JsonObject answer = json(result.output());
    assertThat(answer.get("job").getAsString()).isEqualTo("web");
    assertThat(answer.get("goal").getAsString()).isEqualTo("start");
    JsonObject reason = answer.getAsJsonArray("reasons").get(0).getAsJsonObject();
    assertThat(reason.get("reason").getAsString()).isEqualTo("waits-for-event");
    assertThat(reason.get("event").getAsString()).startsWith("starting JOB=web");
    JsonObject held = reason.getAsJsonArray("because").get(0).getAsJsonObject();
    assertThat(held.get("reason").getAsString()).isEqualTo("held-by-job");
    assertThat(held.getAsJsonObject("holder").get("job").getAsString()).isEqualTo("migrate");
    JsonObject evidence = held.getAsJsonArray("evidence").get(0).getAsJsonObject();
    assertThat(evidence.get("kind").getAsString()).isEqualTo("file");
    assertThat(evidence.get("line").getAsInt()).isEqualTo(1);
    for (String line : why("web").output().strip().split("\n")) {
      String text = line.strip().replaceFirst("\\d+ s.*", "");
      if (!text.equals("web start/starting")) {
        assertThat(result.output()).contains(text.replace("\"", "\\\""));
      }
    }
  }

  @Test
  void jsonHasALineForEachAnswer() {
    List<String> lines = why("--json").output().lines().toList();
    assertThat(lines)
        .extracting(line -> json(line).get("job").getAsString())
        .contains("failing", "migrate", "web", "wrong");
  }

  @Test
  void anEventIsTriedWithoutEmittingIt() {
    Shell.Result result = why("--emit", "starting", "JOB=web");
    assertThat(result.status()).isZero();
    assertThat(result.output()).startsWith("migrate would not start: ");
    Shell.Result idle = why("--emit", "unheard-of", "--json");
    assertThat(json(idle.output().lines().findFirst().orElseThrow()).get("effect").getAsString())
        .isEqualTo("starts");
    assertThat(upstart("status", "idle").output()).isEqualTo("idle stop/waiting\n");
    assertThat(why("--emit", "nothing").output()).startsWith("No job has a condition");
  }

  @Test
  void argumentsThatDoNotFitAreAMisuse() {
    assertThat(why("web", "a", "b").status()).isEqualTo(2);
    assertThat(why("--emit", "e", "x").status()).isEqualTo(2);
    assertThat(why("--emit", "").status()).isEqualTo(2);
    assertThat(why("").status()).isEqualTo(2);
    assertThat(why("web", "--for", "windows").status()).isEqualTo(2);
  }

  @Test
  void withoutAnUpstartTheFilesSayWhatTheyCan() {
    Shell nobody = Shell.in(folder).with("UPSTART_SESSION", "unix:abstract=/nobody/is/here");
    Shell.Result result = nobody.upstart("why", "wrong", "--confdir", "init");
    assertThat(result.output()).contains("respwan").contains("How jobs stand is not known");
    assertThat(nobody.upstart("why", "web", "--confdir", "init").output())
        .contains("web.conf:1: start on deployed")
        .contains("How jobs stand is not known");
    Shell.Result without = nobody.upstart("why", "web");
    assertThat(without.status()).isEqualTo(1);
    assertThat(without.errors()).contains("Unable to connect");
  }

  @Test
  void whatCannotBeReadIsSaid() throws IOException {
    Path none = folder.resolve("no-such-folder");
    assertThat(why("web", "--confdir", none.toString()).output())
        .contains("What " + none + " holds is not known: there is no " + none + ".");
    assertThat(Files.exists(none)).isFalse();
  }
}
