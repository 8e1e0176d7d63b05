package org.upstart4j.picture.internal.page;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import org.upstart4j.picture.graph.Groups;
import org.upstart4j.picture.graph.JobNode;
import org.upstart4j.picture.internal.shown.Shown;
import org.upstart4j.picture.internal.svg.GraphSvg;

/**
 * A picture of a part of a large graph, which a click opens.
 *
 * @param id the part's id in the overview
 * @param name what the part is called
 * @param jobs its jobs
 * @param svg the picture
 */
record View(String id, String name, List<String> jobs, String svg) {

  static View of(Groups.Group group) {
    return new View(
        group.id(),
        group.name(),
        group.jobs().stream().map(JobNode::job).toList(),
        GraphSvg.embedded(group));
  }

  String toHtml() {
    return "<template data-view=\"" + Html.escape(Shown.lines(id)) + "\">" + svg + "</template>\n";
  }

  JsonObject toJson() {
    JsonArray names = new JsonArray();
    jobs.forEach(job -> names.add(Shown.lines(job)));
    JsonObject json = new JsonObject();
    json.addProperty("id", Shown.lines(id));
    json.addProperty("name", Shown.lines(name));
    json.add("jobs", names);
    return json;
  }
}
