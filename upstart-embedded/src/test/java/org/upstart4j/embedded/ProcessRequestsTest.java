package org.upstart4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.Environment;
import org.upstart4j.ProcessType;
import org.upstart4j.embedded.process.SpawnRequest;

class ProcessRequestsTest {

  private final Scripted engine = new Scripted();

  @AfterEach
  void close() {
    engine.close();
  }

  private SpawnRequest request(String job, ProcessType type) {
    return engine.processes.last(job, type).request();
  }

  private SpawnRequest mainOf(String... lines) {
    engine.job("job", lines);
    engine.start("job");
    return request("job", ProcessType.MAIN);
  }

  @Test
  void aPlainCommandIsSplitIntoItsWords() {
    SpawnRequest request = mainOf("exec /usr/sbin/web \t --port  80 -x, +%@:./_");

    assertThat(request.command())
        .containsExactly("/usr/sbin/web", "--port", "80", "-x,", "+%@:./_");
    assertThat(request.script()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "~", "`a`", "!", "$A", "^", "a&", "*", "(a)", "=", "|", "\\\\", "{a}", "[a]", ";", "'a'",
        "<", ">", "?"
      })
  void aCommandWithACharacterOfTheShellIsGivenToOneThatBecomesIt(String word) {
    SpawnRequest request = mainOf("exec web " + word);

    String text = "exec " + request.definition().processes().get(ProcessType.MAIN).text();
    assertThat(text).startsWith("exec web ").hasSizeGreaterThan("exec web ".length());
    assertThat(request.command()).containsExactly("/bin/sh", "-e", "-c", text, "/bin/sh");
    assertThat(request.script()).isEmpty();
  }

  @Test
  void aScriptOfOneLineIsAnArgumentOfTheShell() {
    SpawnRequest request = mainOf("script", "  echo $A", "end script");

    assertThat(request.command()).containsExactly("/bin/sh", "-e", "-c", "echo $A", "/bin/sh");
    assertThat(request.script()).isEmpty();
  }

  @Test
  void emptyLinesAfterTheOnlyOneDoNotCount() {
    SpawnRequest request = mainOf("script", "web", "", "", "end script");

    assertThat(request.command()).containsExactly("/bin/sh", "-e", "-c", "web", "/bin/sh");
  }

  @Test
  void aLongerScriptIsReadByTheShellFromAFileThatItClosesFirst() {
    SpawnRequest request = mainOf("script", "  one", "  two", "end script");

    assertThat(request.command()).containsExactly("/bin/sh", "-e", "/proc/self/fd/9");
    assertThat(request.script()).contains("exec 9<&-\none\ntwo\n");
  }

  @Test
  void aScriptThatBeginsWithAnEmptyLineIsALongerOne() {
    SpawnRequest request = mainOf("script", "", "one", "end script");

    assertThat(request.script()).contains("exec 9<&-\n\none\n");
  }

  @Test
  void anEmptyScriptIsOneLine() {
    SpawnRequest request = mainOf("script", "end script");

    assertThat(request.command()).containsExactly("/bin/sh", "-e", "-c", "", "/bin/sh");
  }

  @Test
  void aProcessGetsTheVariablesOfAllJobsThenOfItsOwnThenOfItsStartThenItsNames() {
    engine.with(builder -> builder.environment(Map.of("TERM", "xterm", "HOME", "/root")));
    engine.job("job", "env A=1", "env HOME", "env NOPE", "env B=2", "instance $A", "exec job");

    engine
        .named("job")
        .start(Environment.of("C", 3).with("A", "9").with("TERM", "vt"), Scripted.PATIENCE);

    assertThat(request("job", ProcessType.MAIN).environment().entries())
        .containsExactly(
            "PATH=/usr/local/sbin:/usr/local/bin:/usr/bin:/usr/sbin:/sbin:/bin",
            "TERM=vt",
            "A=9",
            "HOME=/root",
            "B=2",
            "C=3",
            "UPSTART_JOB=job",
            "UPSTART_INSTANCE=9");
    assertThat(request("job", ProcessType.MAIN).instance()).isEqualTo("9");
  }

  @Test
  void anEnvStanzaWithoutAValueTakesAVariableAwayThatTheEngineLacks() {
    engine.job("job", "env TERM=x", "env NOPE=1", "env NOPE", "exec job");

    engine.start("job");

    assertThat(request("job", ProcessType.MAIN).environment().get("TERM")).contains("x");
    assertThat(request("job", ProcessType.MAIN).environment().get("NOPE")).isEmpty();
  }

  @Test
  void theVariablesOfAStopReachPreStopAndPostStopOnly() {
    engine.job(
        "job",
        "env A=1",
        "pre-start exec pre-start",
        "exec job",
        "post-start exec post-start",
        "pre-stop exec pre-stop",
        "post-stop exec post-stop");
    engine.start("job");

    engine.named("job").stop(Environment.of("A", 2).with("B", 3), Scripted.PATIENCE);

    for (ProcessType type :
        new ProcessType[] {ProcessType.PRE_START, ProcessType.MAIN, ProcessType.POST_START}) {
      assertThat(request("job", type).environment().get("A")).contains("1");
      assertThat(request("job", type).environment().get("B")).isEmpty();
    }
    for (ProcessType type : new ProcessType[] {ProcessType.PRE_STOP, ProcessType.POST_STOP}) {
      assertThat(request("job", type).environment().get("A")).contains("2");
      assertThat(request("job", type).environment().get("B")).contains("3");
    }
  }

  @Test
  void theEventsThatStartAndStopAJobAreNamedAndTheirVariablesReachIt() {
    engine.job(
        "job",
        "start on a and (b or c)",
        "stop on d or e X=1",
        "exec job",
        "post-stop exec post-stop");
    engine.emit("a", "X=1", "Y=1");
    engine.emit("c", "X=2");
    engine.emit("e", "X=1", "Z=3");

    Environment started = request("job", ProcessType.MAIN).environment();
    assertThat(started.get("UPSTART_EVENTS")).contains("a c");
    assertThat(started.get("X")).contains("2");
    assertThat(started.get("Y")).contains("1");
    Environment stopped = request("job", ProcessType.POST_STOP).environment();
    assertThat(stopped.get("UPSTART_EVENTS")).contains("a c");
    assertThat(stopped.get("UPSTART_STOP_EVENTS")).contains("e");
    assertThat(stopped.get("X")).contains("1");
    assertThat(stopped.get("Z")).contains("3");
    assertThat(started.get("UPSTART_STOP_EVENTS")).isEmpty();
  }

  @Test
  void aProcessBeginsInTheRootFolderUnlessItIsOfASession() {
    assertThat(mainOf("exec job").rootFolder()).isTrue();
    try (Scripted session = new Scripted().with(builder -> builder.userSession(true))) {
      session.job("job", "exec job");
      session.start("job");

      assertThat(session.main("job").request().rootFolder()).isFalse();
    }
  }

  @Test
  void theAddressOfASessionReachesItsProcesses() {
    engine.with(builder -> builder.userSession(true).sessionAddress("unix:abstract=/x"));

    assertThat(mainOf("exec job").environment().get("UPSTART_SESSION"))
        .contains("unix:abstract=/x");
  }

  @Test
  void theLogIsNamedAfterTheJobAndTheInstanceWithoutSlashes(@TempDir Path logs) {
    engine.with(builder -> builder.logFolder(logs));
    engine.job("net/web", "instance $N", "exec web", "env N=");
    engine.job("quiet", "console none", "exec quiet");

    engine.named("net/web").start(Environment.of("N", "a/b"), Scripted.PATIENCE);
    assertThat(request("net/web", ProcessType.MAIN).log())
        .contains(logs.resolve("net_web-a_b.log"));

    engine.named("net/web").start(Environment.EMPTY, Scripted.PATIENCE);
    assertThat(request("net/web", ProcessType.MAIN).log()).contains(logs.resolve("net_web.log"));

    engine.start("quiet");
    assertThat(request("quiet", ProcessType.MAIN).log()).isEmpty();
  }

  @Test
  void withoutAFolderForLogsThereIsNone() {
    assertThat(mainOf("console log", "exec job").log()).isEmpty();
  }
}
