package org.upstart4j.cli.tree;

import java.io.PrintWriter;
import java.util.List;
import org.upstart4j.cli.terminal.JsonLine;
import org.upstart4j.cli.terminal.Paint;
import org.upstart4j.cli.terminal.Visible;

/** Prints trees. */
record Drawing(PrintWriter out, Paint paint) {

  void draw(TreePart root) {
    out.println(label(root));
    below(root.below(), "");
  }

  private void below(List<TreePart> nodes, String indent) {
    for (int i = 0; i < nodes.size(); i++) {
      boolean last = i == nodes.size() - 1;
      out.println(indent + (last ? "└─ " : "├─ ") + label(nodes.get(i)));
      below(nodes.get(i).below(), indent + (last ? "   " : "│  "));
    }
  }

  private String label(TreePart node) {
    String name = Visible.text(node.name());
    StringBuilder text = new StringBuilder();
    if (node.by() != null) {
      text.append(node.by()).append(": ");
    }
    text.append(
        switch (node.kind()) {
          case EVENT -> paint.place("event " + name);
          case JOB -> paint.strong(name);
          case NONE -> paint.place(name);
        });
    if (node.condition() != null) {
      text.append("  when ").append(Visible.text(node.condition()));
    }
    return text.append(node.cut() ? "  (see above)" : "").toString();
  }

  /** A part as members of a JSON object. */
  static void members(JsonLine json, TreePart node) {
    json.member("kind", node.kind().toString())
        .member("name", node.name())
        .member("by", node.by())
        .member("condition", node.condition())
        .member("cut", node.cut())
        .objects("below", node.below(), Drawing::members);
  }
}
