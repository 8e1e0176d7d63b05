package org.upstart4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the tests of a class, and takes down how they end. */
final class Launched implements TestExecutionListener {

  private final List<TestExecutionResult> results = new ArrayList<>();

  private Launched() {}

  /** Runs the only test of a class, which is to fail, and returns what it fails with. */
  static Throwable failureOf(Class<?> test) {
    return failure(run(test));
  }

  static Throwable failure(TestExecutionResult result) {
    assertThat(result.getStatus()).isEqualTo(TestExecutionResult.Status.FAILED);
    return result.getThrowable().orElseThrow();
  }

  /** Runs the only test of a class, which is to write no page. */
  static TestExecutionResult run(Class<?> test) {
    List<TestExecutionResult> results = run(test, "off");
    assertThat(results).hasSize(1);
    return results.get(0);
  }

  /** Runs all tests of a class, whose pages belong into a folder. */
  static List<TestExecutionResult> run(Class<?> test, String pages) {
    Launched launched = new Launched();
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectClass(test))
            .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
            .configurationParameter(PagePlace.PARAMETER, pages)
            .build();
    LauncherFactory.create().execute(request, launched);
    return launched.results;
  }

  @Override
  public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
    if (identifier.isTest()) {
      results.add(result);
    }
  }
}
