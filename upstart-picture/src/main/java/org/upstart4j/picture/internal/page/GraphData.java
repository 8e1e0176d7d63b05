package org.upstart4j.picture.internal.page;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.upstart4j.analysis.finding.Finding;
import org.upstart4j.picture.graph.Edge;
import org.upstart4j.picture.graph.EventNode;
import org.upstart4j.picture.graph.JobGraph;
import org.upstart4j.picture.graph.JobNode;
import org.upstart4j.picture.graph.JointNode;
import org.upstart4j.picture.graph.Node;
import org.upstart4j.picture.graph.SourceLine;
import org.upstart4j.picture.internal.shown.Shown;

/** A graph as data for the page's script, which is about the jobs and not about how they look. */
final class GraphData {

  private final SourceTable sources = new SourceTable();
  private final Map<String, Integer> numbers = new HashMap<>();

  private GraphData() {}

  static JsonObject of(JobGraph graph) {
    return new GraphData().write(graph);
  }

  private JsonObject write(JobGraph graph) {
    JsonArray nodes = new JsonArray();
    for (Node node : graph.nodes()) {
      numbers.put(node.id(), nodes.size());
      nodes.add(node(node));
    }
    JsonArray edges = new JsonArray();
    graph.edges().forEach(edge -> edges.add(edge(edge)));
    JsonObject all = new JsonObject();
    all.add("nodes", nodes);
    all.add("edges", edges);
    all.add("sources", sources.toJson());
    return all;
  }

  private JsonObject node(Node node) {
    JsonObject json = new JsonObject();
    json.addProperty("id", Shown.lines(node.id()));
    if (node instanceof JobNode job) {
      describe(json, "job", job.job(), job.source());
      json.addProperty("known", job.isKnown());
      json.add("statuses", statuses(job));
      json.add("findings", findings(job.findings()));
    } else if (node instanceof EventNode event) {
      describe(json, "event", event.text(), one(event.source()));
    } else if (node instanceof JointNode joint) {
      describe(json, "joint", word(joint.operator()), one(joint.source()));
    }
    return json;
  }

  private void describe(JsonObject json, String kind, String name, List<SourceLine> lines) {
    json.addProperty("kind", kind);
    json.addProperty("name", Shown.lines(name));
    JsonArray source = new JsonArray();
    lines.forEach(line -> source.add(sources.number(line)));
    json.add("source", source);
  }

  private JsonObject edge(Edge edge) {
    JsonObject json = new JsonObject();
    json.addProperty("from", numbers.get(edge.from()));
    json.addProperty("to", numbers.get(edge.to()));
    json.addProperty("kind", word(edge.kind()));
    if (edge.stops()) {
      json.addProperty("stops", true);
    }
    if (!edge.text().isEmpty()) {
      json.addProperty("text", Shown.text(edge.text()));
    }
    edge.source().ifPresent(line -> json.addProperty("source", sources.number(line)));
    return json;
  }

  private static JsonArray statuses(JobNode job) {
    JsonArray statuses = new JsonArray();
    job.statuses().forEach(status -> statuses.add(Shown.text(status.toString())));
    return statuses;
  }

  private static JsonArray findings(List<Finding> found) {
    JsonArray findings = new JsonArray();
    for (Finding finding : found) {
      JsonArray one = new JsonArray();
      one.add(Shown.text(finding.file()) + ":" + finding.span());
      one.add(finding.severity().text());
      one.add(Shown.text(finding.message()));
      one.add(Shown.text(finding.reason()));
      one.add(new JsonPrimitive(finding.rule().toString()));
      findings.add(one);
    }
    return findings;
  }

  private static List<SourceLine> one(Optional<SourceLine> line) {
    return line.stream().toList();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
