package org.upstart4j.embedded.internal.event;

/** Something that a job holds up until it rests, fails or gets another command. */
public interface Held {

  /** Lets it go on; called once. */
  void release(boolean failed);

  /** Blocks an event that set the job off. */
  static Held event(LiveEvent event) {
    event.hold();
    return new OfEvent(event);
  }

  /** An event that set the job off. */
  record OfEvent(LiveEvent event) implements Held {

    @Override
    public void release(boolean failed) {
      if (failed) {
        event.fail();
      }
      event.letGo();
    }
  }
}
