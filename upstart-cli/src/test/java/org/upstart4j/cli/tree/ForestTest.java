package org.upstart4j.cli.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.upstart4j.cli.terminal.Paint;
import org.upstart4j.event.EventExpression;

class ForestTest {

  private final List<TreeJob> jobs = new ArrayList<>();

  private void job(String name, String startOn, String... emits) {
    Optional<EventExpression> condition =
        startOn.isEmpty() ? Optional.empty() : Optional.of(EventExpression.parse(startOn));
    jobs.add(new TreeJob(name, condition, List.of(emits)));
  }

  private String trees() {
    StringWriter text = new StringWriter();
    try (PrintWriter out = new PrintWriter(text)) {
      Drawing drawing = new Drawing(out, Paint.PLAIN);
      Forest.of(new Links(jobs)).forEach(drawing::draw);
    }
    return text.toString();
  }

  private String up(String job) {
    StringWriter text = new StringWriter();
    Links links = new Links(jobs);
    try (PrintWriter out = new PrintWriter(text)) {
      new Drawing(out, Paint.PLAIN).draw(new Causes(links).of(links.job(job).orElseThrow()));
    }
    return text.toString();
  }

  @Test
  void startupComesFirstThenWhatHasTheMostBelow() {
    job("one", "a-few");
    job("two", "many");
    job("three", "started two");
    job("four", "startup");

    assertThat(trees())
        .isEqualTo(
            """
            event startup
            └─ four
            event many
            └─ two
               └─ started: three
            event a-few
            └─ one
            """);
  }

  @Test
  void aJobStandsBelowTheEventThatCompletesItsCondition() {
    job("early", "startup", "soon");
    job("late", "soon", "later");
    job("both", "startup and later");
    job("either", "later or startup");

    assertThat(trees())
        .isEqualTo(
            """
            event startup
            ├─ early
            │  └─ event soon
            │     └─ late
            │        └─ event later
            │           ├─ both
            │           └─ either  (see below)
            ├─ either
            └─ both  (see above)
            """);
  }

  @Test
  void whatElseIsNeededIsSaidOnceForAllThatNeedTheSame() {
    job("tty1", "runlevel [23] and (plain or container LIKE=\"a b\")");
    job("tty2", "runlevel [23] and (plain or container LIKE=\"a b\")");

    assertThat(trees())
        .isEqualTo(
            """
            event runlevel [23]
            └─ tty1, tty2  (also needs plain or container LIKE="a b")
            event container LIKE="a b"
            └─ tty1, tty2  (see above)
            event plain
            └─ tty1, tty2  (see above)
            """);
  }

  @Test
  void aJobThatNeedsWhatItSetsOffStandsBelowTheRest() {
    job("odd", "startup and started odd");

    assertThat(trees())
        .isEqualTo(
            """
            event startup
            └─ odd  (also needs started odd)
               └─ started: odd  (cycle)
            """);
  }

  @Test
  void aCircleBeginsWithTheJobThatLeadsToTheMost() {
    job("a-follower", "started pong");
    job("pong", "started ping");
    job("ping", "started pong");

    assertThat(trees())
        .isEqualTo(
            """
            ping
            └─ started: pong
               ├─ started: a-follower
               └─ started: ping  (cycle)
            """);
  }

  @Test
  void aJobThatThereIsNotIsSaidToBeMissing() {
    job("x", "started nobody");

    assertThat(trees()).isEqualTo("event started nobody  (no such job)\n└─ x\n");
    assertThat(up("x")).isEqualTo("x\n└─ event started nobody  (no such job)\n");
  }

  @Test
  void namesAndEventsCommandNoTerminal() {
    job("a\u001b[31m", "b\u202e");

    assertThat(trees()).isEqualTo("event b\\u202e\n└─ a\\x1b[31m\n");
  }

  @Test
  void upwardsConditionsKeepTheirMeaning() {
    job("db", "startup");
    job("web", "(started db and up) or (forced and (started db and db-ready)) or stopped web");

    assertThat(up("web"))
        .isEqualTo(
            """
            web
            └─ one of
               ├─ all of
               │  ├─ started: db
               │  │  └─ event startup
               │  └─ event up
               ├─ all of
               │  ├─ event forced
               │  ├─ started: db  (see above)
               │  └─ event db-ready
               └─ stopped: web  (cycle)
            """);
  }

  @Test
  void upwardsSeveralJobsMayBringAnEventAbout() {
    job("one", "startup", "ready");
    job("two", "started one", "ready");
    job("web", "ready");

    assertThat(up("web"))
        .isEqualTo(
            """
            web
            └─ event ready
               ├─ one
               │  └─ event startup
               └─ two
                  └─ started: one  (see above)
            """);
  }

  @Test
  void aChainOfThousandsEnds() {
    job("j0", "startup");
    for (int i = 1; i < 3_000; i++) {
      job("j" + i, "started j" + (i - 1));
    }

    assertThatCode(() -> LargeStack.run(() -> Forest.of(new Links(jobs))))
        .doesNotThrowAnyException();
  }

  @Test
  void aThousandJobsWithManyPathsBetweenThemEachStandOnce() {
    for (int i = 0; i < 1_000; i++) {
      job("j" + i, i < 3 ? "startup" : "started j" + i / 2 + " or started j" + i / 3);
    }

    assertThat(trees().lines().filter(line -> !line.contains("(see")).count()).isEqualTo(1_001);
  }
}
