package org.upstart4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.Event;
import org.upstart4j.JobStatus;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.Wait;
import org.upstart4j.analysis.host.HostKnowledge;
import org.upstart4j.analysis.host.HostKnowledgeBuilder;
import org.upstart4j.analysis.reason.Evidence;
import org.upstart4j.analysis.reason.KnownFolder;
import org.upstart4j.analysis.reason.NotKnown;
import org.upstart4j.analysis.reason.SeenProcess;
import org.upstart4j.dbus.DbusUpstart;
import org.upstart4j.embedded.EmbeddedUpstart;
import org.upstart4j.embedded.ScriptedProcesses;
import org.upstart4j.initctl.CommandRunner;
import org.upstart4j.initctl.InitctlUpstart;
import org.upstart4j.jobfile.JobDirectory;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.jobfile.version.UpstartVersion;
import org.upstart4j.spi.Located.Place;

/** What is known of an engine and its machine. */
class HostKnowledgeTest {

  @TempDir private Path folder;

  private void job(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve("init"));
    Files.createDirectories(folder.resolve("logs"));
    Files.writeString(folder.resolve("init").resolve(name + ".conf"), text);
  }

  private EmbeddedUpstart upstart() {
    return EmbeddedUpstart.builder()
        .folder(folder.resolve("init"))
        .logFolder(folder.resolve("logs"))
        .build();
  }

  @Test
  void anEngineTellsItsStateItsFoldersAndItsMessages() throws IOException {
    job("web", "start on deployed\nexec sleep 1000\n");
    try (EmbeddedUpstart upstart = upstart()) {
      upstart.emit("deployed");
      HostKnowledge known = HostKnowledge.of(upstart);
      assertThat(known.state()).isPresent();
      assertThat(known.statuses()).isEqualTo(upstart.statuses());
      assertThat(known.target().version()).isEqualTo(UpstartVersion.NEWEST);
      assertThat(known.folders().get(0).contents().jobs()).containsExactly("web");
      assertThat(known.folders().get(0).pathOf("web.conf"))
          .isEqualTo(folder.resolve("init/web.conf").toString());
      assertThat(known.messages())
          .anySatisfy(message -> assertThat(message.text()).contains("deployed"));
      assertThat(known.steadySeconds()).isPresent();
      assertThat(known.gaps()).isEmpty();
    }
  }

  @Test
  void itsProcessesAndLogsAreThoseOfThisMachine() throws IOException {
    job("web", "script\necho ready\nsleep 1000\ntrue\nend script\n");
    try (EmbeddedUpstart upstart = upstart()) {
      JobStatus status = upstart.job("web").start().status();
      HostKnowledge known = HostKnowledge.of(upstart);
      SeenProcess shell = known.process(status.pid().orElseThrow()).orElseThrow();
      assertThat(shell.age()).isPresent();
      assertThat(known.isThere(shell.pid())).isTrue();
      assertThat(known.log("db", "")).isEmpty();
      upstart.job("web").stop();
      assertThat(HostKnowledge.of(upstart).log("web", ""))
          .map(Evidence.InLog::line)
          .contains("ready");
      assertThat(HostKnowledge.of(upstart).isThere(shell.pid())).isFalse();
    }
  }

  @Test
  void whatIsLookedAtIsRemembered() throws IOException {
    job("web", "exec sleep 1000\n");
    try (EmbeddedUpstart upstart = upstart()) {
      HostKnowledge known = HostKnowledge.of(upstart);
      known.statuses();
      upstart.job("web").start();
      assertThat(known.statuses()).containsExactly(JobStatus.notRunning("web"));
      Files.delete(folder.resolve("init/web.conf"));
      assertThat(known.folders()).isSameAs(known.folders());
    }
  }

  @Test
  void madeUpProcessesAreNotLookedFor() {
    try (EmbeddedUpstart upstart =
        EmbeddedUpstart.builder()
            .job("web", "exec web\n")
            .processes(new ScriptedProcesses())
            .build()) {
      upstart.job("web").start(Wait.NO_WAIT);
      HostKnowledge known = HostKnowledge.of(upstart);
      assertThat(upstart.place()).isEqualTo(Place.MADE_UP);
      assertThat(known.seesProcesses()).isFalse();
      assertThat(known.process(1)).isEmpty();
      assertThat(known.gaps()).isEmpty();
    }
  }

  @Test
  void ofAnotherMachineNothingOfThisOneIsLookedAt() throws IOException {
    try (InitctlUpstart upstart =
        InitctlUpstart.builder().runner(CommandRunner.through("env")).build()) {
      HostKnowledge known = HostKnowledge.of(upstart);
      assertThat(upstart.place()).isEqualTo(Place.ELSEWHERE);
      assertThat(known.log("web", "")).isEmpty();
      assertThat(known.seesProcesses()).isFalse();
      assertThat(known.age()).isEmpty();
      assertThat(known.steadySeconds()).isEmpty();
      assertThat(known.gaps())
          .containsExactly(
              new NotKnown("What jobs have printed", "it is on another machine"),
              new NotKnown("What the processes do", "Upstart runs on another machine"));
    }
  }

  @Test
  void ofAnotherMachineTheFoldersThatAreNamedAreRead() throws IOException {
    job("web", "exec web\n");
    Files.writeString(folder.resolve("logs/web.log"), "ready\n");
    try (EmbeddedUpstart upstart = upstart()) {
      HostKnowledge known =
          HostKnowledge.builder(upstart)
              .place(Place.ELSEWHERE)
              .confdirs(List.of(folder.resolve("init")))
              .logdir(folder.resolve("logs"))
              .build();
      assertThat(known.folders()).hasSize(1);
      assertThat(known.log("web", "")).isPresent();
      HostKnowledge without = HostKnowledge.builder(upstart).place(Place.ELSEWHERE).build();
      assertThat(without.folders()).isEmpty();
      assertThat(without.log("web", "")).isEmpty();
      assertThat(without.gaps()).hasSize(2);
    }
  }

  @Test
  void ofAnotherMachineJobFilesComeFromWhoeverReadsThemThere() throws IOException {
    job("web", "exec web\n");
    Files.writeString(folder.resolve("init/web.conf~"), "exec old\n");
    JobFolder there = JobDirectory.of(folder.resolve("init"), UpstartVersion.NEWEST).read();
    try (EmbeddedUpstart upstart = upstart()) {
      HostKnowledgeBuilder elsewhere = HostKnowledge.builder(upstart).place(Place.ELSEWHERE);
      HostKnowledge known = elsewhere.jobFiles("/etc/init", () -> there).build();
      assertThat(known.folders()).containsExactly(new KnownFolder("/etc/init", there, Map.of()));
      assertThat(known.strays("web")).isEmpty();
      assertThat(known.gaps()).isEmpty();
    }
  }

  @Test
  void jobFilesOfAnotherMachineThatCannotBeReadAreAGap() throws IOException {
    job("web", "exec web\n");
    try (EmbeddedUpstart upstart = upstart()) {
      HostKnowledge known =
          HostKnowledge.builder(upstart)
              .jobFiles(
                  "/etc/init",
                  () -> {
                    throw new UpstartUnavailableException("there is no such folder", null);
                  })
              .build();
      assertThat(known.folders()).isEmpty();
      assertThat(known.gaps())
          .containsExactly(new NotKnown("What the job files say", "there is no such folder"));
    }
  }

  @Test
  void filesAloneSayThatThereIsNoUpstart() throws IOException {
    job("web", "exec web\n");
    HostKnowledge known =
        HostKnowledge.ofFiles(List.of(folder.resolve("init")), "nobody answers").build();
    assertThat(known.state()).isEmpty();
    assertThat(known.statuses()).isEmpty();
    assertThat(known.messages()).isEmpty();
    assertThat(known.folders()).hasSize(1);
    assertThat(known.gaps()).containsExactly(new NotKnown("How jobs stand", "nobody answers"));
  }

  @Test
  void theSameIsKnownOverDbus() throws IOException {
    Served.job(folder, "web", "start on deployed\nscript\necho broken\nexit 1\nend script\n");
    try (Served served = Served.in(folder);
        Upstart upstart = DbusUpstart.at(served.address())) {
      upstart.emit(Event.of("deployed"), Wait.NO_WAIT);
      served.shell().upstart("wait", "web", "stop/waiting", "--timeout", "60s");
      HostKnowledge known = HostKnowledge.of(upstart);
      assertThat(known.folders()).hasSize(1);
      assertThat(known.messages()).isNotEmpty();
      assertThat(known.log("web", "")).isPresent();
      assertThat(known.gaps()).isEmpty();
    }
  }
}
