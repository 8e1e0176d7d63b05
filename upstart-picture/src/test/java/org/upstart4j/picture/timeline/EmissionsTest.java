package org.upstart4j.picture.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.upstart4j.State;

/** Most Upstarts tell only when events ended, so when they were emitted is to be found out. */
class EmissionsTest {

  private static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  @Test
  void anEventHadHappenedWhenWhatItSetOffBegan() {
    Told told = new Told().job("web", "go").at(1).start("web").is("web", State.STARTING);
    Timeline timeline = told.at(4).is("web", State.RUNNING).finished("go").timeline();

    Occurrence go = Told.life(timeline, "web").startedBy().get(0).event();
    assertThat(go.event().name()).isEqualTo("go");
    assertThat(go.at()).isEqualTo(seconds(1));
    assertThat(go.isExact()).isFalse();
    assertThat(go.finished()).contains(seconds(4));
  }

  @Test
  void aStartLongBeforeTheEventEndedIsNotOfTheEvent() {
    Told told = new Told().job("web", "go").runs("web");
    Timeline timeline = told.at(9).finished("go").timeline();

    assertThat(Told.life(timeline, "web").startedBy()).isEmpty();
  }

  @Test
  void upstartsOwnEventsComeWithTheState() {
    Told told = new Told().job("web", "started db").at(1).start("db").is("db", State.STARTING);
    told.at(3).is("db", State.RUNNING).start("web").is("web", State.STARTING);
    told.at(8).is("web", State.RUNNING).finished("started JOB=db INSTANCE=");
    Timeline timeline = told.timeline();

    Occurrence started = Told.life(timeline, "web").startedBy().get(0).event();
    assertThat(started.at()).isEqualTo(seconds(3));
    assertThat(started.isExact()).isTrue();
    assertThat(started.by()).contains(Told.row(timeline, "db").id());
  }

  @Test
  void withoutConditionsNoCauseIsGuessed() {
    Told told = new Told().runs("db").at(1).runs("web").finished("started JOB=db INSTANCE=");

    assertThat(Told.life(told.timeline(), "web").startedBy()).isEmpty();
  }

  @Test
  void ofTwoEventsWhoseTimeIsNotKnownNoneIsTheLast() {
    Told told = new Told().job("web", "a and b").at(1).runs("web").finished("a").finished("b");

    assertThat(Told.life(told.timeline(), "web").startedBy())
        .extracting(Cause::isLast)
        .containsExactly(false, false);
  }

  @Test
  void anEventOfThatVeryMomentIsTheLast() {
    Told told = new Told().job("web", "go and started db").at(1).runs("db").runs("web");
    Timeline timeline = told.finished("go").timeline();

    assertThat(Told.life(timeline, "web").startedBy())
        .filteredOn(Cause::isLast)
        .extracting(cause -> cause.event().event().name())
        .containsExactly("started");
  }
}
