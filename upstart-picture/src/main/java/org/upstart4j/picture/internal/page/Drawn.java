package org.upstart4j.picture.internal.page;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import org.upstart4j.picture.graph.Groups;
import org.upstart4j.picture.graph.JobGraph;
import org.upstart4j.picture.internal.svg.GraphSvg;
import org.upstart4j.picture.internal.svg.TimelineSvg;
import org.upstart4j.picture.timeline.Timeline;

/**
 * What is on a page.
 *
 * @param graph what the graph shows
 * @param graphSvg the graph, or an overview of its groups
 * @param groups the groups, each with a picture of its own
 * @param timeline what the timeline shows
 * @param timelineSvg the timeline
 */
record Drawn(
    Optional<JobGraph> graph,
    Optional<String> graphSvg,
    List<View> groups,
    Optional<Timeline> timeline,
    Optional<String> timelineSvg) {

  static Drawn of(Optional<JobGraph> graph, Optional<Timeline> timeline) {
    Optional<Groups> groups = graph.filter(Groups::isLarge).map(Groups::of);
    return new Drawn(
        graph,
        groups.map(GraphSvg::embedded).or(() -> graph.map(GraphSvg::embedded)),
        groups.stream().flatMap(all -> all.groups().stream()).map(View::of).toList(),
        timeline,
        timeline.map(TimelineSvg::embedded));
  }

  JsonObject toJson() {
    JsonObject json =
        graph.map(GraphData::of).orElseGet(() -> GraphData.of(new JobGraph(List.of(), List.of())));
    JsonArray all = new JsonArray();
    groups.forEach(group -> all.add(group.toJson()));
    json.add("groups", all);
    return json;
  }
}
