package org.upstart4j.simulation.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.upstart4j.Event;
import org.upstart4j.analysis.platform.Platform;
import org.upstart4j.analysis.platform.Provided;
import org.upstart4j.analysis.platform.ProvidedEvent;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.event.EventExpression;
import org.upstart4j.event.EventMatch;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.jobfile.Verdict;
import org.upstart4j.simulation.Course;
import org.upstart4j.simulation.CourseEnd;
import org.upstart4j.simulation.Moment;
import org.upstart4j.simulation.Simulation;

/** The boots of the platforms agree with what the platforms are known to provide. */
class BootScenariosTest {

  static List<Platform> platforms() {
    return Platform.all();
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void everyPlatformHasABootOfItsOwn(Platform platform) {
    assertThat(BootScenarios.isKnown(Target.of(platform))).isTrue();
    assertThat(Scenario.boot(Target.of(platform)).events())
        .first()
        .extracting(OutsideEvent::event)
        .isEqualTo(Event.of("startup"));
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void aStandInIsAJobThatThePlatformsPackagesBring(Platform platform) {
    Provided provided = platform.provides();

    Scenario.boot(Target.of(platform))
        .jobs()
        .forEach(
            (name, file) -> {
              assertThat(provided.job(name)).as(name).isPresent();
              JobDefinition job = JobDefinition.of(name, file, platform.version());
              assertThat(job.task())
                  .as("%s is a task", name)
                  .isEqualTo(provided.job(name).orElseThrow().isTask());
            });
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void whatAStandInWaitsForThePlatformProvides(Platform platform) {
    Scenario.boot(Target.of(platform)).jobs().values().stream()
        .map(file -> JobDefinition.verdict("job", file, platform.version()))
        .map(verdict -> ((Verdict.Accepted) verdict).definition())
        .flatMap(job -> Stream.of(job.startOn(), job.stopOn()))
        .flatMap(Optional::stream)
        .flatMap(EventExpression::matches)
        .map(EventMatch::event)
        .forEach(event -> assertThat(platform.provides().event(event)).as(event).isPresent());
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void aBootEmitsOnlyWhatThePlatformProvidesAndComesToRest(Platform platform) {
    Course course = Simulation.of(JobFolder.of(Map.of()), Target.of(platform)).boot();

    assertThat(course.end()).isEqualTo(CourseEnd.QUIET);
    assertThat(course.hanging()).isEmpty();
    assertThat(course.failures()).allMatch(failure -> platform == Platform.CHROMEOS);
    course.moments().stream()
        .filter(Moment.Emitted.class::isInstance)
        .map(moment -> ((Moment.Emitted) moment).event())
        .forEach(event -> assertProvided(platform.provides(), event));
  }

  private static void assertProvided(Provided provided, Event event) {
    ProvidedEvent known = provided.event(event.name()).orElseThrow(() -> new AssertionError(event));
    assertThat(event.variables().entries())
        .as("%s", event)
        .allMatch(entry -> known.mayCarry(entry.substring(0, entry.indexOf('='))));
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void everyStandInStartsInItsBoot(Platform platform) {
    Course course = Simulation.of(JobFolder.of(Map.of()), Target.of(platform)).boot();

    assertThat(course.standIns())
        .allSatisfy(name -> assertThat(course.instances(name)).as(name).isNotEmpty());
  }
}
