package org.upstart4j.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;
import org.upstart4j.Goal;
import org.upstart4j.JobProcess;
import org.upstart4j.JobStatus;
import org.upstart4j.State;

class ListViewTest {

  private static final String KEYS = "q quit  / filter  r running only  arrows, PgUp, PgDn, Home,";

  private final List<JobStatus> statuses = new ArrayList<>();
  private final Map<InstanceName, String> failures = new HashMap<>();
  private ListView view = new ListView(new Choice(List.of(), false));

  private void stands(String job, String instance, Goal goal, State state) {
    List<JobProcess> processes =
        state.equals(State.RUNNING) ? List.of(new JobProcess("main", 17)) : List.of();
    statuses.removeIf(status -> status.job().equals(job) && status.instance().equals(instance));
    statuses.add(new JobStatus(job, instance, goal, state, processes));
  }

  private void stopped(String... jobs) {
    for (String job : jobs) {
      stands(job, "", Goal.STOP, State.WAITING);
    }
  }

  private void running(String job) {
    stands(job, "", Goal.START, State.RUNNING);
  }

  private void tell() {
    view.put(new News(List.copyOf(statuses), Map.copyOf(failures), Optional.empty()));
  }

  private List<String> draw(int lines, int columns) {
    return new ListPicture(false)
        .draw(view, lines, columns).stream().map(AttributedString::toString).toList();
  }

  private void type(String keys) {
    keys.chars().forEach(key -> view.press(Key.of((char) key)));
  }

  @Test
  void whatMattersComesFirstAndThenTheName() {
    stopped("b", "a", "z");
    running("m");
    running("c");
    stands("y", "", Goal.START, State.PRE_START);
    stands("x", "", Goal.STOP, State.KILLED);
    failures.put(new InstanceName("z", ""), "exited with status 1");
    tell();

    assertThat(draw(20, 60).subList(0, 8))
        .containsExactly(
            "1 failed, 2 moving, 2 running, 2 stopped",
            "z stop/waiting  failed: exited with status 1",
            "x stop/killed",
            "y start/pre-start",
            "c start/running  17",
            "m start/running  17",
            "a stop/waiting",
            "b stop/waiting");
  }

  @Test
  void anInstanceThatHasFailedAndGoneIsStillListedAsLongAsItsJobIsThere() {
    stopped("tty");
    failures.put(new InstanceName("tty", "2"), "killed by signal KILL");
    failures.put(new InstanceName("gone", ""), "exited with status 1");
    tell();

    assertThat(draw(3, 60))
        .containsSubsequence(
            "1 failed, 0 running", "tty (2) stop/waiting  failed: killed by signal KILL");
  }

  @Test
  void whatIsStartedAgainHasNoLongerFailed() {
    running("web");
    failures.put(new InstanceName("web", ""), "exited with status 1");
    tell();

    assertThat(draw(2, 60)).containsExactly("1 running", "web start/running  17");
  }

  @Test
  void theFilterIsTypedLive() {
    stopped("web", "worker", "db");
    running("Webmail");
    tell();

    type("/web");
    assertThat(draw(4, 60))
        .containsExactly(
            "1 running, 3 stopped; shows 2 of 4",
            "Webmail start/running  17",
            "web stop/waiting",
            "/web_  Enter keeps, Escape clears");
    view.press(Key.of(Key.Kind.BACKSPACE));
    view.press(Key.of(Key.Kind.BACKSPACE));
    type("o");
    view.press(Key.of(Key.Kind.ENTER));
    assertThat(draw(3, 60))
        .startsWith("1 running, 3 stopped; /wo; shows 1 of 4", "worker stop/waiting");
    view.press(Key.of(Key.Kind.ESCAPE));
    assertThat(draw(2, 60)).startsWith("1 running, 3 stopped");
  }

  @Test
  void whileAFilterIsTypedLettersAreNoCommands() {
    stopped("q");
    tell();

    view.press(Key.of('/'));
    assertThat(view.press(Key.of('q'))).isTrue();
    view.press(Key.of(Key.Kind.ENTER));
    assertThat(view.press(Key.of('q'))).isFalse();
  }

  @Test
  void whatIsStoppedCanBeLeftOut() {
    stopped("a", "b");
    running("c");
    tell();

    type("r");
    assertThat(draw(5, 60))
        .startsWith("1 running, 2 stopped; running only; shows 1 of 3", "c start/running  17", "");
    type("r");
    assertThat(draw(5, 60)).contains("a stop/waiting", "b stop/waiting");
  }

  @Test
  void onlyTheChosenJobsAreCounted() {
    view = new ListView(new Choice(List.of("w*", "db"), false));
    stopped("web", "db", "mail");
    tell();

    assertThat(draw(3, 60)).startsWith("0 running, 2 stopped; jobs w*, db", "db stop/waiting");
  }

  @Test
  void theListScrollsAndSaysWhatIsAboveAndBelow() {
    for (int i = 0; i < 10; i++) {
      stopped("j" + i);
    }
    tell();

    draw(5, 60);
    type("jj");
    assertThat(draw(5, 70))
        .containsExactly(
            "0 running, 10 stopped",
            "j2 stop/waiting",
            "j3 stop/waiting",
            "j4 stop/waiting",
            "↑ 2 more  ↓ 5 more  " + KEYS.substring(0, 50));
    view.press(Key.of(Key.Kind.PAGE_DOWN));
    assertThat(draw(5, 60)).startsWith("0 running, 10 stopped", "j4 stop/waiting");
    view.press(Key.of(Key.Kind.END));
    assertThat(draw(5, 60)).contains("j9 stop/waiting");
    assertThat(draw(5, 60).get(4)).startsWith("↑ 7 more  q quit");
    type("k");
    view.press(Key.of(Key.Kind.PAGE_UP));
    assertThat(draw(5, 60)).startsWith("0 running, 10 stopped", "j4 stop/waiting");
    view.press(Key.of(Key.Kind.HOME));
    assertThat(draw(5, 60)).startsWith("0 running, 10 stopped", "j0 stop/waiting");
  }

  @Test
  void theListStaysOnTheLinesThatOneLooksAt() {
    for (int i = 0; i < 10; i++) {
      stopped("j" + i);
    }
    tell();
    draw(5, 60);
    type("jjjj");

    running("j0");
    running("j4");
    stopped("a");
    tell();

    assertThat(draw(5, 60).subList(1, 4))
        .containsExactly("j3 stop/waiting", "j5 stop/waiting", "j6 stop/waiting");
  }

  @Test
  void atTheBeginningWhatComesFirstIsSeen() {
    stopped("a", "b", "c");
    tell();
    draw(3, 60);

    running("c");
    tell();

    assertThat(draw(3, 60)).startsWith("1 running, 2 stopped", "c start/running  17");
  }

  @Test
  void anyWindowIsLargeEnough() {
    stopped("a-long-name", "b", "c");
    tell();

    assertThat(draw(3, 10)).containsExactly("0 running,", "a-long-nam", "↓ 2 more  ");
    assertThat(draw(2, 10)).containsExactly("0 running,", "a-long-nam");
    assertThat(draw(1, 1)).containsExactly("0");
  }

  @Test
  void wideCharactersAreCutWhereTheWindowEnds() {
    stopped("日本語の仕事");
    tell();

    List<AttributedString> lines = new ListPicture(true).draw(view, 3, 7);

    assertThat(lines.get(1).columnLength()).isLessThanOrEqualTo(7);
    assertThat(lines.get(1).toString()).startsWith("日本");
  }

  @Test
  void namesAndReasonsCommandNoTerminal() {
    stopped("a\u001b[2Jb");
    view.put(new News(List.copyOf(statuses), Map.of(), Optional.of("why\u001b]0;x\u0007")));

    assertThat(draw(3, 90))
        .startsWith(
            "connection lost, as last known: 0 running, 1 stopped; why\\x1b]0;x\\x07",
            "a\\x1b[2Jb stop/waiting");
  }

  @Test
  void theLastKnownListIsDimmed() {
    running("web");
    view.put(new News(List.copyOf(statuses), Map.of(), Optional.of("gone")));

    assertThat(new ListPicture(true).draw(view, 3, 60).get(1).toAnsi())
        .isEqualTo("\u001b[2mweb start/running  17\u001b[0m");
  }
}
