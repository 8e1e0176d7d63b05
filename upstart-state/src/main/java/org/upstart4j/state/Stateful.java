package org.upstart4j.state;

/** An Upstart in this process, which can tell its state without writing and reading text. */
public interface Stateful {

  /** {@return its state now, equal to what {@link org.upstart4j.Upstart#stateDump()} writes} */
  UpstartState state();
}
