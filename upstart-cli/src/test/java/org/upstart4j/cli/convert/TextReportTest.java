package org.upstart4j.cli.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstart4j.cli.convert.Examples.because;
import static org.upstart4j.cli.convert.Examples.finding;
import static org.upstart4j.cli.convert.Examples.says;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.upstart4j.cli.terminal.Paint;
import org.upstart4j.systemd.finding.ConversionFinding;
import org.upstart4j.systemd.finding.Level;

/** What people read about jobs that were converted. */
class TextReportTest {

  private static final ConversionFinding RESPAWN =
      says(finding("web", 6, "respawn", Level.EXACT), "Restart=always, RestartSec=0");
  private static final ConversionFinding LIMIT =
      because(
          says(
              finding("web", 7, "respawn limit 3 10", Level.APPROXIMATE),
              "StartLimitBurst=4, StartLimitIntervalSec=10"),
          "a start by hand within 10 s of the last crash is refused",
          "systemctl reset-failed web first");

  private static String findings(boolean verbose, ConversionFinding... findings) {
    StringWriter text = new StringWriter();
    report(text, verbose).findings(Examples.converted(findings));
    return text.toString();
  }

  private static TextReport report(StringWriter text, boolean verbose) {
    return new TextReport(new PrintWriter(text), Paint.PLAIN, 200, verbose);
  }

  @Test
  void whatIsNotExactIsSaidWithItsPlaceItsDirectivesAndWhatToDo() {
    assertThat(findings(false, RESPAWN, LIMIT))
        .isEqualTo(
            """
            init/web.conf:7: approximate  respawn limit 3 10 -> StartLimitBurst=4, StartLimitIntervalSec=10 [note]
                a start by hand within 10 s of the last crash is refused; systemctl reset-failed web first
            """);
  }

  @Test
  void whatIsExactIsSaidOnRequest() {
    assertThat(findings(true, RESPAWN, LIMIT))
        .startsWith("init/web.conf:6: exact  respawn -> Restart=always, RestartSec=0 [note]\n")
        .contains("[note] (since systemd 230)\n");
  }

  @Test
  void aReasonIsSaidOnce() {
    ConversionFinding again =
        because(
            finding("db", 2, "respawn limit 3 10", Level.APPROXIMATE),
            LIMIT.reason(),
            LIMIT.remedy().orElseThrow());

    assertThat(findings(false, LIMIT, again))
        .endsWith("init/db.conf:2: approximate  respawn limit 3 10 [note] (see above)\n");
  }

  @Test
  void ofAStanzaWithSeveralLinesTheFirstIsShown() {
    assertThat(findings(true, finding("web", 3, "script\n  a\nend script\n", Level.EXACT)))
        .isEqualTo("init/web.conf:3: exact  script ... [note]\n");
    assertThat(findings(true, finding("web", 3, "exec " + "a".repeat(100), Level.EXACT)))
        .isEqualTo("init/web.conf:3: exact  exec " + "a".repeat(75) + " ... [note]\n");
  }

  @Test
  void whatNoStanzaSaysIsSaidOnceForAllJobs() {
    ConversionFinding web =
        because(says(finding("web", 1, "", Level.APPROXIMATE), "KillMode=process"), "why", "how");
    ConversionFinding db =
        because(says(finding("db", 1, "", Level.APPROXIMATE), "KillMode=process"), "why", "how");

    assertThat(findings(false, web, db))
        .isEqualTo("all jobs: approximate  no stanza -> KillMode=process [note]\n    why; how\n");
    assertThat(findings(false, web, finding("db", 2, "debug", Level.EXACT)))
        .startsWith("web: approximate  no stanza -> KillMode=process [note]\n");
  }

  @Test
  void whatOthersWroteCommandsNoTerminal() {
    ConversionFinding finding =
        because(
            says(finding("a\u001b[31m", 1, "debug \u001b[0m", Level.LOST), "A=\u009b"),
            "\u001b",
            "\u202e");

    assertThat(findings(false, finding))
        .contains(
            "init/a\\x1b[31m.conf:1: lost  debug \\x1b[0m -> A=\\x9b [note]\n    \\x1b; \\u202e")
        .doesNotContain("\u001b", "\u009b", "\u202e");
  }

  @Test
  void theSummaryCountsJobsUnitsScriptsAndLevels() {
    StringWriter text = new StringWriter();
    report(text, false)
        .summary(
            Examples.converted(
                RESPAWN,
                LIMIT,
                finding("web", 1, "", Level.APPROXIMATE),
                finding("db", 8, "debug", Level.LOST)));

    assertThat(text)
        .hasToString(
            """
            2 jobs: 1 unit, 1 helper script (1.13.2 -> systemd 252)
            stanzas and events: 1 exact, 1 approximate, 1 lost
            1 of 2 jobs with nothing by hand or lost
            """);
  }

  @Test
  void theNextStepsNameEveryCommand() {
    assertThat(NextSteps.of(Examples.converted(RESPAWN), "out"))
        .containsExactly(
            "Next, on the machine that runs systemd:",
            "  copy what is in out/helpers to /usr/local/lib/upstart-helpers,"
                + " and all else to /etc/systemd/system",
            "  systemctl daemon-reload",
            "  systemctl enable web.service");
  }

  @Test
  void aProofIsSaid() {
    assertThat(findings(true, RESPAWN.asProved())).endsWith("[note, proved]\n");
  }
}
