package org.upstart4j.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.upstart4j.picture.graph.JobGraph;
import org.upstart4j.picture.internal.page.PageText;
import org.upstart4j.picture.timeline.Timeline;

/**
 * A page of HTML with a graph, a timeline, or both together. It is one file that needs nothing
 * else: no server, no network, and no browser that is older than 2023. Immutable.
 *
 * <pre>{@code
 * Files.writeString(
 *     Path.of("jobs.html"), Page.of("The jobs of /etc/init").with(graph).with(timeline).toHtml());
 * }</pre>
 *
 * <p>What the jobs, events and findings say is text on the page, whatever it looks like: the page
 * has a content policy that lets no script run but its own.
 */
public final class Page {

  private final String title;
  private final List<String> notes;
  private final @Nullable JobGraph graph;
  private final @Nullable Timeline timeline;

  private Page(
      String title, List<String> notes, @Nullable JobGraph graph, @Nullable Timeline timeline) {
    this.title = title;
    this.notes = notes;
    this.graph = graph;
    this.timeline = timeline;
  }

  /**
   * Begins a page, which has nothing on it.
   *
   * @param title what the page is about
   * @return the page
   */
  public static Page of(String title) {
    return new Page(title, List.of(), null, null);
  }

  /**
   * {@return a copy with a graph, in the place of any other} The page shows a large one as groups
   * of jobs, and each group when somebody opens it.
   *
   * @param shown the graph
   */
  public Page with(JobGraph shown) {
    return new Page(title, notes, shown, timeline);
  }

  /**
   * {@return a copy with a timeline, in the place of any other}
   *
   * @param shown the timeline
   */
  public Page with(Timeline shown) {
    return new Page(title, notes, graph, shown);
  }

  /**
   * {@return a copy with one more note below its title, such as how the page was made}
   *
   * @param note the note
   */
  public Page withNote(String note) {
    List<String> more = new ArrayList<>(notes);
    more.add(note);
    return new Page(title, List.copyOf(more), graph, timeline);
  }

  /** {@return the page, to be written in UTF-8} */
  public String toHtml() {
    return PageText.of(title, notes, Optional.ofNullable(graph), Optional.ofNullable(timeline));
  }
}
