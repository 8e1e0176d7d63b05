package org.upstart4j.picture.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.upstart4j.event.EventAnd;
import org.upstart4j.event.EventExpression;
import org.upstart4j.event.EventMatch;

/** A graph says of each job's condition what the condition says, whatever has come true. */
class ConditionMeaningTest {

  private static final List<EventMatch> OPERANDS =
      List.of(
          EventMatch.of("filesystem"),
          EventMatch.of("runlevel", "[2345]"),
          EventMatch.of("net-device-up", "IFACE!=lo"),
          EventMatch.of("started"),
          EventMatch.of("started", "db-1"),
          EventMatch.of("started", "JOB=db-2"),
          EventMatch.of("stopped", "db-2", "RESULT=failed"),
          EventMatch.of("stopped", "elsewhere"));

  /** An operand that stands for two others, as it matches two jobs. */
  private static final EventMatch BOTH = EventMatch.of("started", "db-[12]");

  @RepeatedTest(300)
  void theGraphMeansWhatTheConditionMeans() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    EventExpression condition = condition(random, 1 + random.nextInt(12));
    JobGraph graph =
        Graphs.builder("web.conf", "start on " + condition + "\n", "db-1.conf", "", "db-2.conf", "")
            .build();
    for (int i = 0; i < 50; i++) {
      int truths = random.nextInt();
      assertThat(holds(graph, "job:web", truths))
          .as("seed %d, truths %d: %s", seed, truths, condition)
          .isEqualTo(holds(condition, truths));
    }
    assertThat(graph.nodes())
        .filteredOn(JointNode.class::isInstance)
        .allSatisfy(joint -> assertJoins(graph, (JointNode) joint));
  }

  @Test
  void aConditionMayBeNestedVeryDeep() {
    EventExpression condition = EventMatch.of("x");
    for (int i = 0; i < 50_000; i++) {
      EventExpression next = OPERANDS.get(i % 2);
      condition = i % 2 == 0 ? next.and(condition) : next.or(condition);
    }
    Sketch sketch = new Sketch(false, job -> new JobNodes(List.of(), List.of()).stranger(job));
    sketch.job(new JobNodes(List.of(), List.of()).stranger("web"));
    Part parts = new Parts(List.of("web")).of(condition);
    sketch.condition("web", parts, new GraphJob.Condition(condition, Optional.empty()), false);
    assertThat(sketch.graph().around("web", 1).nodes()).hasSize(100_002);
  }

  /** Each joint leads to one place, has at least two parts, and none that it could join itself. */
  private static void assertJoins(JobGraph graph, JointNode joint) {
    assertThat(graph.edges()).filteredOn(edge -> edge.from().equals(joint.id())).hasSize(1);
    List<Edge> into = graph.edges().stream().filter(e -> e.to().equals(joint.id())).toList();
    assertThat(into).hasSizeGreaterThan(1);
    assertThat(into)
        .noneMatch(
            edge -> node(graph, edge) instanceof JointNode j && j.operator() == joint.operator());
  }

  private static Node node(JobGraph graph, Edge edge) {
    return graph.nodes().stream().filter(n -> n.id().equals(edge.from())).findFirst().orElseThrow();
  }

  private static EventExpression condition(Random random, int operands) {
    if (operands == 1) {
      int choice = random.nextInt(OPERANDS.size() + 1);
      return choice < OPERANDS.size() ? OPERANDS.get(choice) : BOTH;
    }
    int left = 1 + random.nextInt(operands - 1);
    EventExpression one = condition(random, left);
    EventExpression other = condition(random, operands - left);
    return random.nextBoolean() ? one.and(other) : one.or(other);
  }

  private static boolean holds(EventExpression condition, int truths) {
    Deque<Boolean> values = new ArrayDeque<>();
    condition
        .childrenFirst()
        .forEach(
            next -> {
              if (next instanceof EventMatch match) {
                values.push(holds(match, truths));
              } else {
                boolean right = values.pop();
                boolean left = values.pop();
                values.push(next instanceof EventAnd ? left && right : left || right);
              }
            });
    return values.pop();
  }

  private static boolean holds(EventMatch match, int truths) {
    return match.equals(BOTH)
        ? holds(OPERANDS.get(4), truths) || holds(OPERANDS.get(5), truths)
        : (truths >> OPERANDS.indexOf(match) & 1) != 0;
  }

  /** What the graph says, by its nodes and edges alone. */
  private static boolean holds(JobGraph graph, String job, int truths) {
    Map<String, Node> nodes = new HashMap<>();
    graph.nodes().forEach(node -> nodes.put(node.id(), node));
    Map<String, List<Edge>> into = new HashMap<>();
    graph
        .edges()
        .forEach(edge -> into.computeIfAbsent(edge.to(), to -> new ArrayList<>()).add(edge));
    List<Edge> whole = into.get(job);
    assertThat(whole).hasSize(1);
    return holds(whole.get(0), nodes, into, truths);
  }

  private static boolean holds(
      Edge edge, Map<String, Node> nodes, Map<String, List<Edge>> into, int truths) {
    Node from = nodes.get(edge.from());
    if (from instanceof JointNode joint) {
      Predicate<Edge> part = each -> holds(each, nodes, into, truths);
      List<Edge> parts = into.get(joint.id());
      return joint.operator() == JointNode.Operator.AND
          ? parts.stream().allMatch(part)
          : parts.stream().anyMatch(part);
    }
    EventMatch match =
        OPERANDS.stream().filter(each -> says(edge, from, each)).findFirst().orElseThrow();
    return holds(match, truths);
  }

  private static boolean says(Edge edge, Node from, EventMatch match) {
    if (from instanceof EventNode event) {
      return event.text().equals(match.toString());
    }
    return match.arguments().stream()
            .limit(1)
            .anyMatch(first -> first.replace("JOB=", "").equals(((JobNode) from).job()))
        && match.event().equals(edge.kind().name().toLowerCase(Locale.ROOT))
        && String.join(" ", match.arguments().subList(1, match.arguments().size()))
            .equals(edge.text());
  }
}
