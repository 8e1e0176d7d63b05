package org.upstart4j.picture.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.picture.graph.Groups.Group;
import org.upstart4j.picture.graph.Groups.Link;

class GroupsTest {

  @Test
  void aGraphOfMoreThan150JobsIsLarge() {
    assertThat(Groups.isLarge(jobs(150, i -> ""))).isFalse();
    assertThat(Groups.isLarge(jobs(151, i -> ""))).isTrue();
  }

  @Test
  void aJobIsTogetherWithWhatFollowsIt() {
    Groups groups =
        Groups.of(
            jobs(
                30,
                i -> i == 0 || i > 19 ? "start on runlevel [2345]\n" : "start on started j000\n"));

    assertThat(groups.groups())
        .extracting(Group::name)
        .containsExactly("j000 and what follows", "runlevel [2345]");
    assertThat(groups.groups()).extracting(group -> group.jobs().size()).containsExactly(20, 10);
    assertThat(groups.links()).isEmpty();
  }

  @Test
  void jobsOfOneEventAreInTheirOrder() {
    Groups groups = Groups.of(jobs(100, i -> "start on runlevel [2345]\n"));

    assertThat(groups.groups())
        .extracting(Group::name)
        .containsExactly("runlevel [2345], j000 to j049", "runlevel [2345], j050 to j099");
  }

  @Test
  void aConditionIsWholeAndNamesJobsOfOtherGroups() {
    Groups groups =
        Groups.of(
            jobs(
                40,
                i ->
                    i == 0 || i == 20
                        ? "start on startup\n"
                        : i == 39
                            ? "start on started j020 and stopped j000\n"
                            : i < 20 ? "start on started j000\n" : "start on started j020\n"));

    Group second = groups.groups().get(1);
    assertThat(second.name()).isEqualTo("j020 and what follows");
    assertThat(second.outside()).containsExactly("job:j000");
    assertThat(Graphs.edges(second.graph())).anyMatch(edge -> edge.contains("stopped"));
    assertThat(second.jobs()).hasSize(20);
    assertThat(groups.links()).containsExactly(new Link("group:1", "group:2", 1));
  }

  @Test
  void jobsWithoutAConditionAndThoseOfRareEventsArePutTogether() {
    Groups groups = Groups.of(jobs(20, i -> i < 12 ? "" : "start on event-" + i + "\n"));

    assertThat(groups.groups())
        .extracting(Group::name)
        .containsExactly("no start condition", "other events");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void eachJobIsInOneGroupOfAtMostSixty(long seed) {
    Random random = new Random(seed);
    JobGraph graph =
        jobs(
            500,
            i ->
                switch (random.nextInt(6)) {
                  case 0 -> "";
                  case 1 -> "start on event-" + random.nextInt(10) + "\n";
                  case 2 -> "start on started j%03d\n".formatted(random.nextInt(500));
                  case 3 -> "start on stopped j%03d or startup\n".formatted(random.nextInt(3));
                  case 4 -> "start on startup and starting j%03d\n".formatted(i);
                  default -> "start on started j%03d\n".formatted(Math.max(0, i - 1));
                });

    Groups groups = Groups.of(graph);

    List<String> jobs = new ArrayList<>();
    for (Group group : groups.groups()) {
      assertThat(group.jobs()).hasSizeBetween(1, 60);
      group.jobs().forEach(job -> jobs.add(job.id()));
    }
    assertThat(jobs).doesNotHaveDuplicates().hasSize(500);
    assertThat(Groups.of(graph)).isEqualTo(groups);
    int edges = groups.groups().stream().mapToInt(group -> group.graph().edges().size()).sum();
    assertThat(edges).isEqualTo(graph.edges().size());
  }

  @Test
  void theUsesOfASharedEventAreInTheGroupsOfTheirJobs() {
    JobGraph graph =
        Graphs.builder("a.conf", "start on startup\nemits go\n", "b.conf", "start on go\n")
            .sharedEvents()
            .build();

    Groups groups = Groups.of(graph);

    assertThat(groups.groups()).hasSize(1);
    assertThat(groups.groups().get(0).graph().edges()).hasSameSizeAs(graph.edges());
  }

  @Test
  void nothingHasNoGroups() {
    assertThat(Groups.of(new JobGraph(List.of(), List.of())).groups()).isEmpty();
  }

  private static JobGraph jobs(int count, IntFunction<String> text) {
    String[] files = new String[2 * count];
    for (int i = 0; i < count; i++) {
      files[2 * i] = "j%03d.conf".formatted(i);
      files[2 * i + 1] = text.apply(i);
    }
    return Graphs.graph(files);
  }
}
