package org.upstart4j.cli.tree;

import java.io.IOException;
import org.upstart4j.cli.terminal.CliConsole;
import org.upstart4j.cli.terminal.JsonLine;
import org.upstart4j.cli.terminal.Visible;

/**
 * Prints trees as text or as JSON.
 *
 * @param console where to
 * @param links what starts what
 * @param json whether as JSON
 */
record TreePrint(CliConsole console, Links links, boolean json) {

  /** Prints all trees. */
  void all() throws IOException {
    LargeStack.run(this::printAll);
  }

  /** Prints what a job sets off, or what starts it. */
  void job(TreeJob job, boolean up) throws IOException {
    LargeStack.run(() -> print(job, up));
  }

  private void printAll() throws IOException {
    Drawing drawing = new Drawing(console.out(), console.paint());
    for (TreePart root : Forest.of(links)) {
      if (json) {
        json("down", root);
      } else {
        drawing.draw(root);
      }
    }
  }

  private void print(TreeJob job, boolean up) throws IOException {
    TreePart root =
        up
            ? new Causes(links).of(job)
            : new Growth(links, new Places(links, Scope.from(job, links))).job(job);
    if (json) {
      json(up ? "up" : "down", root);
    } else {
      new Drawing(console.out(), console.paint()).draw(title(job, root, up), root.below());
    }
  }

  private String title(TreeJob job, TreePart root, boolean up) {
    String name = console.paint().strong(Visible.text(job.name()));
    if (up) {
      return root.below().isEmpty() ? "only by hand: " + name : "what starts " + name;
    }
    return root.below().isEmpty() ? name + " sets off nothing" : "what " + name + " sets off";
  }

  private void json(String direction, TreePart root) throws IOException {
    JsonLine.write(
        console.out(),
        members -> {
          members.member("direction", direction);
          Drawing.members(members, root);
        });
  }
}
