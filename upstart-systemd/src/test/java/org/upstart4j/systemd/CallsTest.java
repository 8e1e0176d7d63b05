package org.upstart4j.systemd;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstart4j.systemd.finding.ConversionCode;
import org.upstart4j.systemd.finding.ConversionFinding;
import org.upstart4j.systemd.finding.Level;

class CallsTest {

  private static final String BIN = "/usr/local/lib/upstart-helpers/bin";

  private static String helper(Conversion conversion, String path) {
    return new String(conversion.files().get(path).bytes(), StandardCharsets.UTF_8);
  }

  private static Jobs script(String... lines) {
    String[] stanzas = new String[lines.length + 2];
    stanzas[0] = "script";
    System.arraycopy(lines, 0, stanzas, 1, lines.length);
    stanzas[lines.length + 1] = "end script";
    return new Jobs().job("web", stanzas);
  }

  @Test
  void aScriptThatCallsNothingOfUpstartFindsNoStandIns() {
    Conversion conversion = script("start-stop-daemon --start", "echo start").convert();

    assertThat(conversion.files()).doesNotContainKey("helpers/bin/initctl");
    assertThat(Jobs.unit(conversion, "web.service")).doesNotContain(BIN);
  }

  @ParameterizedTest
  @CsvSource({
    "initctl emit go, approximate",
    "initctl emit --no-wait go A=b, approximate",
    "start db, approximate",
    "stop db NAME=x, approximate",
    "status db, approximate",
    "initctl list, approximate",
    "initctl reload-configuration, approximate",
    "exec initctl start db, approximate",
    "sh -c 'start db', approximate",
    "initctl set-env --global A=b, approximate",
    "/sbin/initctl emit go, by-hand",
    "sudo start db, by-hand",
    "initctl version, by-hand",
    "initctl \"$VERB\" db, by-hand",
    "start, lost"
  })
  void aCallOfUpstartIsFound(String call, String level) {
    Conversion conversion = script("true", call).convert();

    assertThat(conversion.findings())
        .filteredOn(finding -> finding.code() == ConversionCode.CALLS_UPSTART)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.level().word()).isEqualTo(level);
              assertThat(finding.span().line()).isEqualTo(3);
            });
  }

  @Test
  void aFunctionOfTheScriptIsNoProgram() {
    Conversion conversion = script("start() { true; }", "start db").convert();

    assertThat(conversion.findings())
        .noneMatch(finding -> finding.code() == ConversionCode.CALLS_UPSTART);
  }

  @Test
  void aPlainStopInPreStartIsTheEndOfThatScript() {
    Conversion conversion =
        new Jobs()
            .job(
                "web",
                "pre-start script",
                "test -f /etc/web || stop",
                "end script",
                "exec /bin/web")
            .convert();

    assertThat(conversion.findings())
        .noneMatch(finding -> finding.code() == ConversionCode.CALLS_UPSTART);
  }

  @Test
  void theStandInsComeFirstInThePath() {
    Conversion conversion = script("initctl emit go").convert();

    assertThat(Jobs.unit(conversion, "web.service")).contains("PATH=" + BIN + ":/usr/local/sbin");
    assertThat(conversion.files())
        .containsKeys(
            "helpers/bin/initctl",
            "helpers/bin/start",
            "helpers/bin/stop",
            "helpers/bin/restart",
            "helpers/bin/reload",
            "helpers/bin/status");
  }

  @Test
  void aPathOfTheJobsOwnHasNoStandIns() {
    Conversion conversion =
        new Jobs().job("web", "env PATH=/bin", "exec initctl emit go").convert();

    assertThat(Jobs.finding(conversion, "web", "initctl emit go").level()).isEqualTo(Level.BY_HAND);
  }

  @Test
  void theStandInsKnowTheUnitsOfJobsAndEvents() {
    Conversion conversion =
        script("initctl emit go/on")
            .service("net/db", "start on go/on")
            .service("pool", "instance $NAME")
            .job("all")
            .convert();

    assertThat(helper(conversion, "helpers/bin/initctl"))
        .contains(
            "    'net/db') unit='net-db.service' ;;\n",
            "    'pool') unit='pool@.service' variable=NAME ;;\n",
            "    'all') unit='all.target' ;;\n",
            "    'go/on') unit='event-go-on.service' ;;\n");
  }

  @Test
  void noNameOfAJobIsReadByTheShell() {
    Conversion conversion = script("initctl list").job("x'$(reboot)", "exec /bin/x").convert();

    assertThat(helper(conversion, "helpers/bin/initctl"))
        .contains("'x'\\''$(reboot)')", "'x'\\''$(reboot)'\n")
        .doesNotContain("<<");
  }

  @Test
  void variablesThatOnlyEventsGiveAreFound() {
    Conversion conversion =
        new Jobs()
            .job(
                "web",
                "start on stopped db or net-device-up",
                "env IFACE=eth0",
                "script",
                "echo $RESULT $IFACE $HOME $RESULT",
                "JOB=x",
                "echo $JOB $UPSTART_EVENTS",
                "end script")
            .service("db")
            .convert();

    assertThat(conversion.findings())
        .filteredOn(
            finding ->
                finding.code() == ConversionCode.EVENT_VARIABLE && finding.level() == Level.BY_HAND)
        .extracting(ConversionFinding::stanza)
        .containsExactly("$RESULT", "$UPSTART_EVENTS");
  }
}
