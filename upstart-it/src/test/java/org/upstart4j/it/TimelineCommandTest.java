package org.upstart4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.it.Shell.Result;
import org.upstart4j.it.site.Eventually;

/** What happened, and why, on the command line. */
class TimelineCommandTest {

  private static final String[] SIMULATED = {
    "timeline", "--simulate", "--confdir", "init", "--scenario", "s.yaml", "--emit", "go"
  };

  @TempDir Path folder;

  @BeforeEach
  void jobs() throws IOException {
    Served.job(folder, "db", "start on go\npre-start exec sleep 2\nexec /usr/sbin/db\n");
    Served.job(folder, "web", "start on started db\nexec /usr/sbin/web\n");
    Served.job(folder, "migrate", "start on starting web\ntask\nexec /usr/bin/migrate\n");
    Served.job(folder, "stuck", "start on go\npre-start exec /bin/stuck\nexec /usr/sbin/s\n");
    Served.job(folder, "crash", "start on started web\ntask\nexec /bin/crash\n");
    Served.job(folder, "report", "start on nobody\nexec /usr/bin/report\n");
    Files.writeString(
        folder.resolve("s.yaml"),
        "programs:\n- {program: sleep 2, ends-after: 2s}\n"
            + "- {program: /usr/bin/migrate, ends-after: 3s}\n"
            + "- {program: /bin/stuck, never-ends: true}\n"
            + "- {program: /bin/crash, ends-after: 1s, exits-with: 7}\n");
  }

  private Shell shell() {
    return Shell.in(folder).with("COLUMNS", "80");
  }

  private Result timeline(String... more) {
    return shell().upstart(Stream.of(SIMULATED, more).flatMap(Stream::of).toArray(String[]::new));
  }

  private String text(String name) {
    try {
      return Files.readString(file(name));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  @Test
  void itSaysWhatFailedHangsAndNeverStartedFirst() {
    Result result = timeline();

    assertThat(result.output())
        .startsWith("5 instances, 1 failed, 1 on the way, 1 never started, in 6 s\n")
        .containsSubsequence(
            "\ncrash ",
            "failed at 6.000: its main process exited with status 7",
            "\nstuck ",
            "pre-start since 0.000: its pre-start process has not ended",
            "\nreport ",
            "never started: report needs the event nobody to start",
            "\ndb ",
            "\nweb ",
            "\nmigrate ");
    assertThat(result.status()).isZero();
  }

  @Test
  void theCriticalPathTellsWaitingAndWorkApart() {
    assertThat(timeline("--to", "web").output())
        .endsWith(
            "\nCritical path to web; each line had to wait for the next (@ reached at, + took):\n"
                + "  @5.000  web runs                   +3.000 waited  (started db)\n"
                + "  @5.000  migrate has done its work  +3.000 worked  (starting web)\n"
                + "  @2.000  db runs                    +2.000 worked  (go)\n"
                + "  @0.000  event go, from outside\n");
  }

  @Test
  void whereTheTerminalKnowsNoBlocksBarsAreAscii() {
    String output = shell().with("TERM", "dumb").upstart(SIMULATED).output();

    assertThat(output).contains("..........").contains("#####").matches("\\p{ASCII}*");
    assertThat(shell().with("TERM", "xterm").upstart(SIMULATED).output())
        .contains("░░░░░", "█████");
  }

  @Test
  void aPictureIsWrittenInOneStepAndNothingIsPrinted() throws IOException {
    Files.writeString(file("boot.svg"), "old");
    Files.setPosixFilePermissions(file("boot.svg"), PosixFilePermissions.fromString("rw-r-----"));

    Result result = timeline("-o", "boot.svg");

    assertThat(result.output()).isEmpty();
    assertThat(result.status()).isZero();
    assertThat(file("boot.svg")).content().startsWith("<svg ").endsWith("</svg>\n");
    assertThat(Files.getPosixFilePermissions(file("boot.svg")))
        .isEqualTo(PosixFilePermissions.fromString("rw-r-----"));
  }

  @Test
  void aPageHasTheGraphOfTheJobsToo() {
    assertThat(timeline("-o", "boot.html").status()).isZero();

    assertThat(file("boot.html"))
        .content()
        .contains("class=\"timeline\"", "class=\"graph\"", "Content-Security-Policy");
  }

  @Test
  void theLinesOfASimulationMakeTheSamePicture() throws IOException {
    Result lines =
        shell()
            .upstart(
                "simulate", "--confdir", "init", "--scenario", "s.yaml", "--emit", "go", "--json");
    Files.writeString(file("boot.jsonl"), lines.output());

    timeline("-o", "a.svg");
    Result read =
        shell().upstart("timeline", "--from", "boot.jsonl", "--confdir", "init", "-o", "b.svg");

    assertThat(read.errors()).isEmpty();
    assertThat(read.status()).isZero();
    assertThat(file("b.svg")).hasSameTextualContentAs(file("a.svg"));
  }

  @Test
  void aLineThatIsNotUnderstoodIsNamedAndTheOthersCount() throws IOException {
    Files.writeString(
        file("boot.jsonl"),
        "{\"type\":\"goal\",\"at\":0.5,\"job\":\"web\",\"instance\":\"\",\"goal\":\"start\"}\n"
            + "Traceback (most recent call last):\n"
            + "{\"type\":\"weather\"}\n"
            + "{\"type\":\"state\",\"at\":1.0,\"job\":7}\n"
            + "[1]\n\n"
            + "{\"a\":1}\n"
            + "{\"type\":\"state\",\"at\":1.0,\"job\":\"web\",\"instance\":\"\","
            + "\"state\":\"running\"}\n");

    Result result = shell().upstart("timeline", "--from", "boot.jsonl");

    assertThat(result.errors())
        .isEqualTo(
            "upstart timeline: boot.jsonl:2: no JSON\n"
                + "upstart timeline: boot.jsonl:3: there is no type \"weather\"\n"
                + "upstart timeline: boot.jsonl:4: \"job\" is no string\n"
                + "upstart timeline: boot.jsonl:5: no JSON object\n"
                + "upstart timeline: boot.jsonl:7: neither of \"monitor --json\" nor of"
                + " \"simulate --json\"\n");
    assertThat(result.output()).startsWith("1 instance, in 1 s\n");
    assertThat(result.status()).isEqualTo(1);
  }

  @Test
  void programsGetRowsAndTheCriticalPathAsLinesOfJson() {
    assertThat(timeline("--json", "--to", "db").output().lines())
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("{\"type\":\"row\",\"row\":\"r0\",\"job\":\"db\"")
                    .contains("\"standing\":\"runs\"", "\"worked\":2.0"))
        .contains(
            "{\"type\":\"step\",\"to\":\"db\",\"what\":\"db runs\",\"row\":\"r0\",\"at\":2.0,"
                + "\"waited\":0.0,\"worked\":2.0,\"because\":\"go\"}",
            "{\"type\":\"end\",\"at\":6.0}");
  }

  @Test
  void onlySomeJobsCanBeShown() {
    assertThat(timeline("--job", "w*", "--job", "db").output())
        .contains("\ndb ", "\nweb ")
        .doesNotContain("\nstuck ", "\nmigrate ");
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertThat(shell().upstart("timeline").errors())
        .startsWith("upstart timeline: give one of --from, --live and --simulate\n");
    assertThat(timeline("--live").status()).isEqualTo(2);
    assertThat(timeline("-o", "boot.png").errors())
        .startsWith("upstart timeline: -o takes a file that ends in .svg or .html, not boot.png\n");
    assertThat(timeline("-o", "boot.svg", "--json").status()).isEqualTo(2);
    assertThat(timeline("--time", "3s").errors()).contains("--time goes with --live");
    assertThat(shell().upstart("timeline", "--from", "x", "--boot").errors())
        .contains("--boot goes with --simulate");
    assertThat(shell().upstart("timeline", "--from", "nowhere").status()).isEqualTo(1);
    assertThat(timeline("--to", "wbe").errors()).contains("no job \"wbe\"").contains("web");
    assertThat(timeline("--to", "wbe").status()).isEqualTo(2);
  }

  @Test
  void aRecordingOfTheMonitorIsRead() throws IOException {
    Served.job(folder, "quick", "start on now\ntask\nexec true\n");
    try (Served served = Served.in(folder);
        Running monitor = Running.upstart(served.shell(), "monitor", "--json").await("connected")) {
      served.shell().upstart("emit", "now");
      monitor.await("\"event\":\"now\"");
      Files.writeString(file("live.jsonl"), monitor.output());
    }

    String output =
        shell().upstart("timeline", "--from", "live.jsonl", "--confdir", "init").output();

    assertThat(output)
        .startsWith("1 instance, in ")
        .containsPattern("@\\S+  quick runs .*\\(now\\)\n")
        .containsPattern("@\\S+  event now\n");
  }

  @Test
  void aLiveRecordingEndsWhenTheJobRunsThatItLeadsTo() throws IOException {
    Served.job(folder, "quick", "start on now\nexec sleep 1000\n");
    try (Served served = Served.in(folder);
        Running recording =
            Running.upstart(
                served.shell(), "timeline", "--live", "--to", "quick", "-o", "live.svg")) {
      Eventually.is(() -> Files.exists(file("live.svg")), "the first picture");
      served.shell().upstart("emit", "now");

      assertThat(recording.end()).isZero();
    }
    assertThat(file("live.svg")).content().contains("aria-label=\"quick, runs\"");
  }

  @Test
  void aSignalEndsALiveRecordingAndItsPictureIsWritten() throws IOException {
    Served.job(folder, "slow", "start on now\npre-start exec sleep 1000\nexec sleep 1000\n");
    try (Served served = Served.in(folder);
        Running recording =
            Running.upstart(served.shell(), "timeline", "--live", "-o", "live.svg")) {
      Eventually.is(() -> Files.exists(file("live.svg")), "the first picture");
      served.shell().upstart("emit", "--no-wait", "now");
      Eventually.is(() -> text("live.svg").contains("pre-start since"), "a picture of what hangs");
      recording.interrupt(served.shell());

      assertThat(recording.end()).isZero();
    }
    assertThat(file("live.svg"))
        .content()
        .contains("slow waits for the end of its pre-start process");
  }

  @Test
  void anUpstartThatGoesAwayDoesNotTakeThePictureWithIt() throws IOException {
    Served.job(folder, "quick", "start on now\nexec sleep 1000\n");
    Served served = Served.in(folder);
    try (Running recording =
        Running.upstart(served.shell(), "timeline", "--live", "-o", "live.html")) {
      Eventually.is(() -> Files.exists(file("live.html")), "the first picture");
      served.shell().upstart("emit", "now");
      served.close();
      Eventually.is(() -> text("live.html").contains("the connection is lost"), "the gap");
      recording.interrupt(served.shell());

      assertThat(recording.end()).isZero();
    }
    assertThat(file("live.html")).content().contains("data-id=\"job:quick\"");
  }
}
