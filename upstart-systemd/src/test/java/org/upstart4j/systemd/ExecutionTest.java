package org.upstart4j.systemd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.upstart4j.systemd.finding.Level;
import org.upstart4j.systemd.option.EnvironmentStyle;
import org.upstart4j.systemd.option.Logs;
import org.upstart4j.systemd.option.SystemdVersion;

class ExecutionTest {

  private static final SystemdConversion PLAIN =
      SystemdConversion.to(SystemdVersion.DEFAULT).withEnvironment(EnvironmentStyle.PLAIN);

  @Test
  void processesGetUpstartsVariables() {
    assertThat(Converted.web("exec /bin/web").lines("Environment", "UnsetEnvironment"))
        .containsExactly(
            "Environment=PATH=/usr/local/sbin:/usr/local/bin:/usr/bin:/usr/sbin:/sbin:/bin"
                + " TERM=linux UPSTART_JOB=web UPSTART_INSTANCE=",
            "UnsetEnvironment=LANG USER LOGNAME HOME SHELL");
    assertThat(Converted.web(PLAIN, "exec /bin/web").lines("Environment", "UnsetEnvironment"))
        .isEmpty();
  }

  @Test
  void variablesOfUsersStayBefore235() {
    Converted job = Converted.web(SystemdConversion.to(new SystemdVersion(234)), "exec /bin/web");

    assertThat(job.lines("UnsetEnvironment")).isEmpty();
    assertThat(job.implied()).contains("approximate base-environment");
  }

  @Test
  void aVariableOfTheJobIsNotUnset() {
    assertThat(Converted.web("env HOME=/root", "exec /bin/web").lines("UnsetEnvironment"))
        .containsExactly("UnsetEnvironment=LANG USER LOGNAME SHELL");
  }

  @Test
  void valuesOfVariablesArriveAsTheyAre() {
    Converted job = Converted.web(PLAIN, "env A=\"50% of $HOME\"", "exec /bin/web");

    assertThat(job.lines("Environment")).containsExactly("Environment=\"A=50%% of $HOME\"");
  }

  @Test
  void aVariableThatSystemdRefusesIsSetByAProgram() {
    Converted job = Converted.web(PLAIN, "env A-B=c", "exec /bin/web -d");

    assertThat(job.lines("Environment", "ExecStart"))
        .containsExactly("ExecStart=/usr/bin/env A-B=c /bin/web -d");
  }

  @Test
  void aVariableThatAShellSetsAnewIsSetByAProgram() {
    Converted job = Converted.web(PLAIN, "env PWD=/srv", "exec /bin/web");

    assertThat(job.lines("Environment", "ExecStart"))
        .containsExactly("ExecStart=/usr/bin/env PWD=/srv /bin/web");
  }

  @Test
  void aVariableThatIsNoTextToSystemdIsSetByAProgram() {
    Converted job = Converted.web(PLAIN, "env -a=\uffff", "exec /bin/web");

    assertThat(job.lines("Environment", "ExecStart"))
        .containsExactly("ExecStart=/usr/bin/env -- -a=\\xef\\xbf\\xbf /bin/web");
  }

  @Test
  void aVariableThatIsPassedOnAfterAllIsSetByNoProgram() {
    Converted job = Converted.web(PLAIN, "env PWD=/srv", "env PWD", "exec /bin/web");

    assertThat(job.lines("PassEnvironment", "ExecStart"))
        .containsExactly("ExecStart=/bin/web", "PassEnvironment=PWD");
  }

  @Test
  void aVariableOfUpstartsOwnIsUpstarts() {
    Converted job = Converted.web("env UPSTART_JOB=other", "exec /bin/web");

    assertThat(job.text("web.service")).doesNotContain("other");
    assertThat(job.finding("env UPSTART_JOB=other").level()).isEqualTo(Level.DEAD);
  }

  @Test
  void aVariableWithoutAValueIsPassedOn() {
    Converted job = Converted.web("env LANG", "exec /bin/web");

    assertThat(job.lines("PassEnvironment")).containsExactly("PassEnvironment=LANG");
  }

  @Test
  void limitsAndPrioritiesKeepTheirNumbers() {
    Converted job =
        Converted.web(
            "limit nofile 100 unlimited",
            "nice -5",
            "oom score never",
            "umask 007",
            "chdir /srv/100%",
            "exec /bin/web");

    assertThat(job.lines("LimitNOFILE", "Nice", "OOMScoreAdjust", "UMask", "WorkingDirectory"))
        .containsExactly(
            "WorkingDirectory=/srv/100%%",
            "LimitNOFILE=100:infinity", "Nice=-5", "OOMScoreAdjust=-1000", "UMask=0007");
  }

  @Test
  void aGroupAloneComesWithTheGroupsOfRoot() {
    assertThat(Converted.web("setgid adm", "exec /bin/web").lines("User", "Group"))
        .containsExactly("User=root", "Group=adm");
    assertThat(Converted.web("setuid web", "setgid adm", "exec /bin/web").lines("User", "Group"))
        .containsExactly("User=web", "Group=adm");
  }

  @Test
  void nobodyIsANumberWhichSystemdDoesNotWarnOf() {
    assertThat(Converted.web("setuid nobody", "exec /bin/web").lines("User"))
        .containsExactly("User=65534");
  }

  @Test
  void brokenPipesEndProcesses() {
    assertThat(Converted.web("exec /bin/web").lines("IgnoreSIGPIPE"))
        .containsExactly("IgnoreSIGPIPE=no");
  }

  @Test
  void logsGoToTheJournalOrToFiles() {
    assertThat(Converted.web("exec /bin/web").implied()).contains("approximate console-log");
    Converted job =
        Converted.web(
            SystemdConversion.to(SystemdVersion.DEFAULT).withLogs(Logs.FILES), "exec /bin/web");
    assertThat(job.lines("StandardOutput", "StandardError"))
        .containsExactly("StandardOutput=append:/var/log/upstart/web.log", "StandardError=inherit");
  }

  @Test
  void withoutAConsoleAllThreeAreNull() {
    assertThat(
            Converted.web("console none", "exec /bin/web")
                .lines("StandardInput", "StandardOutput", "StandardError"))
        .containsExactly("StandardInput=null", "StandardOutput=null", "StandardError=null");
  }

  @Test
  void anInstanceIsATemplate() {
    Converted job = Converted.web("instance $NAME", "exec /bin/web $NAME");

    assertThat(job.text("web@.service"))
        .contains("Environment=\"NAME=%I\"")
        .contains("Environment=\"UPSTART_INSTANCE=%I\"");
  }

  @Test
  void anInstanceOfTwoVariablesIsLost() {
    Converted job = Converted.web("instance $A-$B", "exec /bin/web");

    assertThat(job.finding("instance $A-$B").level()).isEqualTo(Level.LOST);
  }

  @Test
  void howManyFilesMayBeOpenIsSaidUnlessTheJobLimitsThem() {
    assertThat(Converted.web("exec /bin/web").implied()).contains("approximate open-files");
    assertThat(Converted.web("limit nofile 10 20", "exec /bin/web").implied())
        .doesNotContain("approximate open-files");
  }
}
