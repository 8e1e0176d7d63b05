package org.upstart4j.cli.fleet;

import java.util.List;
import org.upstart4j.cli.terminal.JsonLine;
import org.upstart4j.cli.terminal.Paint;

/** Something was done that has no answer of its own. */
record Done(String what) implements Answer {

  @Override
  public boolean changed() {
    return true;
  }

  @Override
  public List<String> lines(Paint paint) {
    return List.of(what);
  }

  @Override
  public void members(JsonLine json) {
    // that it is done says all
  }
}
