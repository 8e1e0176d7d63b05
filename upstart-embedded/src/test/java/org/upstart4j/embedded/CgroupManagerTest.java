package org.upstart4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.upstart4j.CGroupManagerNotAvailableException;
import org.upstart4j.Event;

class CgroupManagerTest {

  private final Scripted engine = new Scripted();

  @AfterEach
  void close() {
    engine.close();
  }

  private void foundManager() {
    engine.upstart().notifyCgroupManagerAddress("unix:path=/sys/fs/cgroup/cgmanager/sock");
    engine.settle();
  }

  @Test
  void aJobWithACgroupCannotBeStartedWithoutAManager() {
    engine.job("web", "cgroup cpu", "exec web");

    assertThatExceptionOfType(CGroupManagerNotAvailableException.class)
        .isThrownBy(() -> engine.start("web"))
        .withMessage("Job cannot be started as cgroup manager not available: web");
    assertThat(engine.named("web").instances()).isEmpty();

    foundManager();
    engine.start("web");
    assertThat(engine.state("web")).isEqualTo("start/running");
  }

  @Test
  void anEventForAJobWithACgroupIsHeldUntilThereIsAManager() {
    engine.job("web", "start on go", "cgroup cpu", "exec web").job("db", "start on go", "exec db");
    CompletionStage<Void> go = engine.upstart().emitAsync(Event.of("go").with("A", 1));
    engine.settle();
    assertThat(engine.state("db")).isEqualTo("start/running");
    assertThat(engine.state("web")).isEqualTo("stop/waiting");
    assertThat(go.toCompletableFuture()).isNotDone();

    foundManager();

    assertThat(engine.state("web")).isEqualTo("start/running");
    assertThat(engine.main("web").request().environment().get("A")).contains("1");
    assertThat(go.toCompletableFuture().join()).isNull();
  }

  @Test
  void onlyTheFirstEventIsKept() {
    engine.job("web", "start on go", "cgroup cpu", "exec web");
    engine.emit("go", "A=1");
    engine.emit("go", "A=2");
    assertThat(engine.events()).containsExactly("go A=2");

    foundManager();

    assertThat(engine.main("web").request().environment().get("A")).contains("1");
    assertThat(engine.events()).contains("go A=1");
  }

  @Test
  void aJobWithoutACgroupNeedsNoManager() {
    engine.job("web", "exec web");

    engine.start("web");

    assertThat(engine.state("web")).isEqualTo("start/running");
  }

  @Test
  void aManagerThatIsFoundTwiceStartsNothingTwice() {
    engine.job("web", "start on go", "cgroup cpu", "exec web");
    foundManager();
    engine.emit("go");
    engine.stop("web");

    foundManager();

    assertThat(engine.state("web")).isEqualTo("stop/waiting");
  }

  @Test
  void anEventStopsAJobWithACgroupAsAnyOther() {
    engine.job("web", "stop on halt", "cgroup cpu", "exec web");
    foundManager();
    engine.start("web");

    engine.emit("halt");

    assertThat(engine.state("web")).isEqualTo("stop/waiting");
  }
}
