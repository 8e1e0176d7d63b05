package org.upstart4j.cli.tree;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.upstart4j.cli.terminal.JsonLine;
import org.upstart4j.cli.terminal.Paint;
import org.upstart4j.cli.terminal.Visible;

/** Prints trees. */
record Drawing(PrintWriter out, Paint paint) {

  /** How long a line of names becomes, without what is in front of them. */
  private static final int WIDTH = 72;

  void draw(TreePart root) {
    draw(label(root), root.below());
  }

  void draw(String title, List<TreePart> below) {
    out.println(title);
    below(below, "");
  }

  private void below(List<TreePart> parts, String indent) {
    List<List<TreePart>> lines = lines(parts);
    for (int i = 0; i < lines.size(); i++) {
      boolean last = i == lines.size() - 1;
      List<TreePart> line = lines.get(i);
      out.println(indent + (last ? "└─ " : "├─ ") + label(line));
      below(line.get(0).below(), indent + (last ? "   " : "│  "));
    }
  }

  /** A line for each part, but one for several that differ in their names only and end there. */
  private static List<List<TreePart>> lines(List<TreePart> parts) {
    List<List<TreePart>> lines = new ArrayList<>();
    int width = 0;
    @Nullable TreePart last = null;
    for (TreePart part : parts) {
      width += part.name().length() + 2;
      if (last == null || width > WIDTH || !isAlike(last, part)) {
        lines.add(new ArrayList<>());
        width = part.name().length();
      }
      lines.get(lines.size() - 1).add(part);
      last = part;
    }
    return lines;
  }

  private static boolean isAlike(TreePart one, TreePart other) {
    return (one.note() != null || one.needs() != null)
        && one.note() == other.note()
        && Objects.equals(one.needs(), other.needs())
        && one.kind() == other.kind()
        && Objects.equals(one.by(), other.by())
        && one.below().isEmpty()
        && other.below().isEmpty();
  }

  private String label(List<TreePart> line) {
    List<String> names = line.stream().map(this::name).toList();
    TreePart first = line.get(0);
    StringBuilder text = new StringBuilder();
    if (first.by() != null) {
      text.append(Visible.text(first.by())).append(": ");
    }
    text.append(String.join(", ", names));
    if (first.needs() != null) {
      text.append("  (also needs ").append(Visible.text(first.needs())).append(')');
    }
    return text.append(first.note() == null ? "" : "  (" + first.note() + ")").toString();
  }

  private String label(TreePart part) {
    return label(List.of(part));
  }

  private String name(TreePart part) {
    String name = Visible.text(part.name());
    return switch (part.kind()) {
      case EVENT -> paint.place("event " + name);
      case JOB -> paint.strong(name);
      case ALL_OF, ONE_OF, BY_HAND -> paint.place(name);
    };
  }

  /** A part as members of a JSON object. */
  static void members(JsonLine json, TreePart part) {
    json.member("kind", part.kind().toString())
        .member("name", part.name())
        .member("by", part.by())
        .member("needs", part.needs())
        .member("note", part.note() == null ? null : part.note().toString())
        .objects("below", part.below(), Drawing::members);
  }
}
