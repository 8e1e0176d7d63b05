package org.upstart4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.Event;
import org.upstart4j.LogPriority;
import org.upstart4j.Wait;
import org.upstart4j.spi.LoggedMessage;

/** What an engine remembers of what it has done. */
class MessagesTest {

  private static final int MOST = 10_000;

  private final Scripted engine = new Scripted();

  @AfterEach
  void close() {
    engine.close();
  }

  private List<String> texts() {
    engine.settle();
    return engine.upstart().messages().stream().map(LoggedMessage::text).toList();
  }

  @Test
  void aStartAndAStopAreToldInUpstartsWords() {
    engine.job("web", "exec web");
    engine.start("web");
    String main = "web main process (" + engine.main("web").pid() + ")";
    engine.stop("web");

    assertThat(texts())
        .containsExactly(
            "web goal changed from stop to start",
            "web state changed from waiting to starting",
            "Handling starting event",
            "web state changed from starting to security-spawning",
            "web state changed from security-spawning to security",
            "web state changed from security to pre-starting",
            "web state changed from pre-starting to pre-start",
            "web state changed from pre-start to spawning",
            "web state changed from spawning to spawned",
            main,
            "web state changed from spawned to post-starting",
            "web state changed from post-starting to post-start",
            "web state changed from post-start to running",
            "Handling started event",
            "web goal changed from start to stop",
            "web state changed from running to pre-stopping",
            "web state changed from pre-stopping to pre-stop",
            "web state changed from pre-stop to stopping",
            "Handling stopping event",
            "web state changed from stopping to killed",
            "Sending TERM signal to " + main,
            main + " killed by TERM signal",
            "web state changed from killed to post-stopping",
            "web state changed from post-stopping to post-stop",
            "web state changed from post-stop to waiting",
            "Handling stopped event");
  }

  @Test
  void aProcessThatFailsOrCannotBeRunIsTold() {
    engine.processes.when("web").exitsWith(3);
    engine.job("web", "exec web").job("none", "exec none");
    engine.processes.when("none").cannotBeSpawned("No such file or directory");
    engine.beginStart("web");
    engine.beginStart("none");

    assertThat(texts())
        .contains(
            "web main process (" + engine.main("web").pid() + ") terminated with status 3",
            "Failed to spawn none main process: No such file or directory");
  }

  @Test
  void aJobThatIsRespawnedTooFastIsTold() {
    engine.job("web", "respawn", "respawn limit 1 10", "exec web");
    engine.start("web");
    engine.main("web").exits(1);
    engine.settle();
    engine.main("web").exits(1);

    assertThat(texts())
        .contains("web main process ended, respawning", "web respawning too fast, stopped");
  }

  @Test
  void anInstanceThatCannotBeNamedIsTold() {
    engine.job("web", "start on go", "instance $PORT", "exec web");
    engine.emit("go");

    assertThat(texts())
        .contains("Handling go event", "Failed to obtain web instance: Unknown parameter: PORT");
  }

  @Test
  void messagesAreKeptWhateverTheLogPriorityIs() {
    engine.upstart().setLogPriority(LogPriority.FATAL);
    engine.emit("go");

    assertThat(texts()).containsExactly("Handling go event");
  }

  @Test
  void aMessageIsAsOldAsTheEnginesClockSays() {
    engine.emit("first");
    engine.advance(Duration.ofMinutes(5));
    engine.emit("second");
    engine.advance(Duration.ofMillis(1_500));

    assertThat(engine.upstart().messages())
        .containsExactly(
            new LoggedMessage(Duration.ofMillis(301_500), "Handling first event"),
            new LoggedMessage(Duration.ofMillis(1_500), "Handling second event"));
  }

  @Test
  void onlyTheLastMessagesAreKept() {
    EmbeddedUpstart upstart = engine.upstart();
    for (int i = 0; i < MOST + 5; i++) {
      upstart.emit(Event.of("event-" + i), Wait.NO_WAIT);
    }

    assertThat(texts())
        .hasSize(MOST)
        .startsWith("Handling event-5 event")
        .endsWith("Handling event-" + (MOST + 4) + " event");
  }

  @Test
  void aLongTextIsCutAndManyOfThemAreFewer() {
    String name = "é".repeat(100_000);
    for (int i = 0; i < 2_000; i++) {
      engine.upstart().emit(Event.of(name), Wait.NO_WAIT);
    }

    assertThat(texts())
        .hasSize(1_500)
        .allSatisfy(
            text -> assertThat(text).hasSize(1_000).startsWith("Handling éé").endsWith("é..."));
  }

  @Test
  void aTextIsOnOneLineWhateverItsNamesAre() {
    engine.emit("a\n\u001b[31m");

    assertThat(texts()).containsExactly("Handling a\\x0a\\x1b[31m event");
  }

  @Test
  void whatIsReadFromAFolderIsTold(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("web.conf"), "exec web\nrespwan\n");
    engine.with(builder -> builder.folder(folder)).upstart();

    assertThat(texts())
        .containsExactly(
            "Loading configuration from " + folder,
            folder.resolve("web.conf")
                + ":2:1: No stanza is called \"respwan\"; did you mean \"respawn\"?");

    engine.upstart().reloadConfiguration();
    assertThat(texts()).contains("Reloading configuration");
  }
}
