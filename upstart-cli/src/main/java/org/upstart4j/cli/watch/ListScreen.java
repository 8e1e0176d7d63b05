package org.upstart4j.cli.watch;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jline.terminal.Size;
import org.upstart4j.Subscription;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartInterruptedException;
import org.upstart4j.cli.terminal.Paint;
import org.upstart4j.cli.terminal.ProgramEnd;

/** The list of jobs on a terminal, redrawn when something changes. One thread draws. */
final class ListScreen {

  /** What happens to the picture. */
  private sealed interface Cause {

    record Pressed(Key key) implements Cause {}

    record Told(News news) implements Cause {}

    record Resized() implements Cause {}
  }

  private final Upstart upstart;
  private final ListView view;
  private final ListPicture picture;
  private final BlockingQueue<Cause> causes = new LinkedBlockingQueue<>();
  private Size size = Size.of(0, 0);

  ListScreen(Upstart upstart, Choice choice, Paint paint) {
    this.upstart = upstart;
    this.view = new ListView(choice);
    this.picture = new ListPicture(paint.enabled());
  }

  /** Goes on until it is no longer wanted; nothing if the terminal cannot be taken over. */
  OptionalInt run() {
    Optional<Screen> screen = Screen.open(() -> causes.add(new Cause.Resized()));
    if (screen.isEmpty()) {
      return OptionalInt.empty();
    }
    ProgramEnd.hook(new Thread(screen.get()::close, "upstart-screen"));
    ListFeed feed = new ListFeed(upstart, news -> causes.add(new Cause.Told(news)));
    // what cannot be asked leaves the terminal as it is
    try (Subscription subscription = upstart.subscribe(feed);
        Screen open = screen.get()) {
      feed.start();
      show(open);
      return OptionalInt.of(0);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new UpstartInterruptedException("the list", interruption);
    }
  }

  private void show(Screen screen) throws InterruptedException {
    screen.begin();
    resize(screen);
    Thread keys = new Thread(() -> read(screen.keys()), "upstart-keys");
    keys.setDaemon(true);
    keys.start();
    while (accept(causes.take(), screen)) {
      // several at once are drawn once
      if (causes.isEmpty()) {
        screen.draw(picture.draw(view, size.getRows(), size.getColumns()));
      }
    }
  }

  private void read(Keys keys) {
    Key key;
    do {
      key = keys.next();
      causes.add(new Cause.Pressed(key));
    } while (key.kind() != Key.Kind.NONE);
  }

  private boolean accept(Cause cause, Screen screen) {
    if (cause instanceof Cause.Told told) {
      view.put(told.news());
    } else if (cause instanceof Cause.Resized) {
      resize(screen);
    } else if (cause instanceof Cause.Pressed pressed) {
      if (pressed.key().kind() == Key.Kind.REDRAW) {
        resize(screen);
      }
      return view.press(pressed.key());
    }
    return true;
  }

  private void resize(Screen screen) {
    size = screen.size();
    screen.clear(size);
  }
}
