package org.upstart4j.picture.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstart4j.picture.graph.Graphs.builder;
import static org.upstart4j.picture.graph.Graphs.edges;
import static org.upstart4j.picture.graph.Graphs.folder;
import static org.upstart4j.picture.graph.Graphs.graph;
import static org.upstart4j.picture.graph.Graphs.ids;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.upstart4j.Goal;
import org.upstart4j.JobStatus;
import org.upstart4j.State;
import org.upstart4j.analysis.Check;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.jobfile.JobFolder.Unread;
import org.upstart4j.jobfile.version.UpstartVersion;

class JobGraphBuilderTest {

  @Test
  void whatHappensToAJobLeadsFromThatJob() {
    JobGraph graph =
        graph(
            "db.conf", "exec db",
            "web.conf", "start on started db",
            "log.conf", "start on starting JOB=db",
            "mail.conf", "start on stopped db RESULT=failed",
            "gone.conf", "start on stopping INSTANCE=x JOB=db PROCESS=main");
    assertThat(edges(graph))
        .containsExactly(
            "db -stopping INSTANCE=x PROCESS=main-> gone",
            "db -starting-> log",
            "db -stopped RESULT=failed-> mail",
            "db -started-> web");
  }

  @Test
  void anEventHasANodeForEachUse() {
    JobGraph graph =
        graph("a.conf", "start on runlevel [2345]\n", "b.conf", "start on runlevel RUNLEVEL=2\n");
    assertThat(edges(graph))
        .containsExactly("'runlevel [2345]' -event-> a", "'runlevel RUNLEVEL=2' -event-> b");
  }

  @Test
  void aSharedEventHasOneNodeAndTheEdgesSayWhatElseMustHold() {
    JobGraph graph =
        builder("a.conf", "start on runlevel [2345]\n", "b.conf", "start on runlevel RUNLEVEL=2\n")
            .sharedEvents()
            .build();
    assertThat(ids(graph)).containsExactly("job:a", "job:b", "event:runlevel");
    assertThat(edges(graph))
        .containsExactly(
            "shared 'runlevel' -event [2345]-> a", "shared 'runlevel' -event RUNLEVEL=2-> b");
  }

  @Test
  void aChainOfOneOperatorIsOneJoint() {
    assertThat(edges(graph("a.conf", "start on x and y and z")))
        .containsExactly(
            "AND1 -condition-> a", "'x' -event-> AND1", "'y' -event-> AND1", "'z' -event-> AND1");
  }

  @Test
  void mixedOperatorsNestAsUpstartReadsThem() {
    assertThat(edges(graph("a.conf", "start on x or y and (z or started b)", "b.conf", "")))
        .containsExactly(
            "AND1 -condition-> a",
            "OR2 -condition-> AND1",
            "'x' -event-> OR2",
            "'y' -event-> OR2",
            "OR5 -condition-> AND1",
            "'z' -event-> OR5",
            "b -started-> OR5");
  }

  @Test
  void aJobThatNobodyHasIsNotKnown() {
    JobGraph graph = graph("web.conf", "start on started db");
    assertThat(graph.job("db")).get().extracting(JobNode::isKnown).isEqualTo(false);
    assertThat(graph.job("web")).get().extracting(JobNode::isKnown).isEqualTo(true);
    assertThat(graph.job("mail")).isEmpty();
  }

  @Test
  void aPatternStandsForAllJobsThatItMatches() {
    JobGraph graph =
        graph("db-1.conf", "", "db-2.conf", "", "web.conf", "start on stopped db-* RESULT=ok");
    assertThat(edges(graph))
        .containsExactly(
            "OR1 -condition-> web",
            "db-1 -stopped RESULT=ok-> OR1",
            "db-2 -stopped RESULT=ok-> OR1");
    assertThat(edges(graph("db-1.conf", "", "web.conf", "start on stopped db-*")))
        .containsExactly("db-1 -stopped-> web");
  }

  @Test
  void aPatternInAnOrIsPartOfThatOr() {
    JobGraph graph =
        graph("db-1.conf", "", "db-2.conf", "", "web.conf", "start on a or started db-?");
    assertThat(edges(graph))
        .containsExactly(
            "OR1 -condition-> web",
            "'a' -event-> OR1",
            "db-1 -started-> OR1",
            "db-2 -started-> OR1");
  }

  @Test
  void whatNamesNoJobOrTooManyIsAPattern() {
    Map<String, JobFile> files = new TreeMap<>();
    for (int i = 0; i < 9; i++) {
      files.put("many-" + i + ".conf", JobFile.parse(""));
    }
    for (String operand :
        List.of("started", "started JOB!=db", "started many-*", "started none-*", "started $X")) {
      files.put("web.conf", JobFile.parse("start on " + operand));
      JobGraph graph = JobGraphBuilder.of(JobFolder.of(files), Graphs.NEWEST).build();
      assertThat(edges(graph)).containsExactly("'" + operand + "' -event-> web");
      assertThat(graph.nodes().get(graph.nodes().size() - 1))
          .isInstanceOfSatisfying(EventNode.class, event -> assertThat(event.isPattern()).isTrue());
    }
  }

  @Test
  void emitsLeadsToWhatWaitsForIt() {
    String[] files = {
      "net.conf", "emits net-*\nemits net-up\nemits never",
      "web.conf", "start on net-up IFACE=lo",
      "ntp.conf", "start on net-up or other"
    };
    assertThat(edges(graph(files)))
        .containsExactly(
            "OR1 -condition-> ntp",
            "'net-up' -event-> OR1",
            "'other' -event-> OR1",
            "'net-up IFACE=lo' -event-> web",
            "net -emits-> 'net-up'",
            "net -emits-> 'net-up IFACE=lo'");
    assertThat(edges(builder(files).allEvents().build())).contains("net -emits-> shared 'never'");
    assertThat(edges(builder(files).sharedEvents().build()))
        .contains("net -emits-> shared 'net-up'")
        .noneMatch(edge -> edge.contains("never"));
  }

  @Test
  void whatStopsAJobIsThereOnRequest() {
    String[] files = {"web.conf", "start on a\nstop on stopping db or b", "db.conf", ""};
    assertThat(edges(graph(files))).containsExactly("'a' -event-> web");
    assertThat(edges(builder(files).stops().build()))
        .containsExactly(
            "'a' -event-> web",
            "OR1 -stop condition-> web",
            "db -stop stopping-> OR1",
            "'b' -stop event-> OR1");
  }

  @Test
  void anOverrideFileCounts() {
    assertThat(edges(graph("web.conf", "start on a", "web.override", "start on b\n")))
        .containsExactly("'b' -event-> web");
    assertThat(edges(graph("web.conf", "start on a", "web.override", "manual\n"))).isEmpty();
    JobFolder folder = folder("web.conf", "start on a", "web.override", "manual\n");
    Target old = Target.of(UpstartVersion.find("0.6.5").orElseThrow());
    assertThat(edges(JobGraphBuilder.of(folder, old).build())).containsExactly("'a' -event-> web");
  }

  @Test
  void anOldUpstartFollowsALinkToAnOverrideFile() {
    JobFolder folder =
        folder("web.conf", "start on a")
            .withUnread(Map.of("web.override", Unread.LINK))
            .withUnreadTexts(Map.of("web.override", JobFile.parse("start on b\n")));
    assertThat(edges(JobGraphBuilder.of(folder, Graphs.NEWEST).build()))
        .containsExactly("'a' -event-> web");
    Target old = Target.of(UpstartVersion.find("1.5").orElseThrow());
    assertThat(edges(JobGraphBuilder.of(folder, old).build())).containsExactly("'b' -event-> web");
  }

  @Test
  void aRejectedJobIsThereWithItsFindingAndNothingLeadsToIt() {
    JobFolder folder = folder("web.conf", "start on a\nexpect nothing\n", "log.conf", "");
    JobGraph graph =
        JobGraphBuilder.of(folder, Graphs.NEWEST)
            .findings(Check.of(Graphs.NEWEST).check(folder))
            .build();
    assertThat(edges(graph)).isEmpty();
    JobNode web = graph.job("web").orElseThrow();
    assertThat(web.isKnown()).isTrue();
    assertThat(web.findings()).anyMatch(finding -> finding.problem().isPresent());
    assertThat(graph.job("log").orElseThrow().findings()).noneMatch(f -> f.file().contains("web"));
  }

  @Test
  void aJobWhoseOverrideIsRejectedIsWhatUpstartKeepsOfIt() {
    assertThat(
            edges(graph("web.conf", "start on a", "web.override", "start on b\nexpect nothing\n")))
        .containsExactly("'b' -event-> web");
  }

  @Test
  void aFileThatCannotBeReadIsAJob() {
    JobFolder broken =
        folder("log.conf", "start on started web")
            .withUnreadable(Map.of("web.conf", JobFile.parse("nothing").problems().get(0)));
    JobGraph graph = JobGraphBuilder.of(broken, Graphs.NEWEST).build();
    assertThat(graph.job("web").orElseThrow().isKnown()).isTrue();
  }

  @Test
  void statusesSayHowAJobStands() {
    JobStatus running = new JobStatus("db", "", Goal.START, State.RUNNING, List.of());
    JobGraph graph =
        builder("web.conf", "start on started db")
            .statuses(List.of(JobStatus.notRunning("web"), running))
            .build();
    assertThat(graph.job("web").orElseThrow().standing()).contains(JobNode.Standing.STOPPED);
    JobNode db = graph.job("db").orElseThrow();
    assertThat(db.standing()).contains(JobNode.Standing.RUNNING);
    assertThat(db.isKnown()).as("the Upstart has it").isTrue();
  }

  @Test
  void theStanzasThatCountAreKnown() {
    JobGraph graph =
        builder(
                "web.conf",
                "# a web server\ndescription \"Web\"\n\nstart on (a\n  and b)\nemits up down\n",
                "web.override",
                "stop on c\nstart on (a\n  or d)  # both\n")
            .stops()
            .build();
    SourceLine start = new SourceLine("web.override", 2, "start on (a\n  or d)  # both");
    assertThat(graph.job("web").orElseThrow().source())
        .containsExactly(
            new SourceLine("web.conf", 2, "description \"Web\""),
            new SourceLine("web.conf", 6, "emits up down"),
            new SourceLine("web.override", 1, "stop on c"),
            start);
    assertThat(graph.edges().get(0).source()).contains(start);
    assertThat(graph.nodes().get(1))
        .isEqualTo(new JointNode("start:web:1", JointNode.Operator.OR, Optional.of(start)));
  }

  @Test
  void aJobMayWaitForItself() {
    assertThat(edges(graph("web.conf", "start on stopped web")))
        .containsExactly("web -stopped-> web");
  }

  @Test
  void anEmptyFolderIsAnEmptyGraph() {
    assertThat(graph()).isEqualTo(new JobGraph(List.of(), List.of()));
  }

  @Test
  void namesWithColonsGiveIdsOfTheirOwn() {
    JobGraph graph =
        graph("a.conf", "start on x and y", "a:1.conf", "start on x and y", "a:1:1.conf", "");
    assertThat(ids(graph)).doesNotHaveDuplicates().hasSize(9);
  }

  @Test
  void aThousandJobsTakeNoTime() {
    Map<String, JobFile> files = new TreeMap<>();
    for (int i = 0; i < 1000; i++) {
      files.put(
          "job-%03d.conf".formatted(i),
          JobFile.parse("start on runlevel [2345] and started job-%03d\n".formatted(i / 2)));
    }
    JobFolder folder = JobFolder.of(files);
    Assertions.assertTimeout(
        Duration.ofSeconds(5),
        () -> assertThat(JobGraphBuilder.of(folder, Graphs.NEWEST).build().edges()).hasSize(3000));
  }
}
