package org.upstart4j.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.upstart4j.Goal;
import org.upstart4j.JobStatus;
import org.upstart4j.State;
import org.upstart4j.analysis.Check;
import org.upstart4j.analysis.platform.Platform;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.jobfile.JobDirectory;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.picture.graph.JobGraphBuilder;

/**
 * The pictures of the documents are those that are drawn now. With {@code -Dupstart.pictures=write}
 * this draws them anew.
 */
class DocumentPicturesTest {

  private static final Path PICTURES = Path.of("..", "docs", "pictures");

  @Test
  void theShopIsDrawnWithWhatIsWrong() throws IOException {
    JobFolder folder = JobDirectory.of(PICTURES.resolve("shop")).read();

    assertIsDrawn(
        "shop.svg",
        Svg.of(builder(folder).findings(Check.of(Platform.UBUNTU_14_04).check(folder)).build()));
  }

  @Test
  void theShopIsDrawnAsItStarts() throws IOException {
    JobFolder folder = JobDirectory.of(PICTURES.resolve("shop")).read();

    assertIsDrawn(
        "shop-live.svg",
        Svg.of(
            builder(folder)
                .stops()
                .statuses(
                    List.of(
                        status("database", Goal.START, State.RUNNING),
                        status("cache", Goal.START, State.RUNNING),
                        status("shop", Goal.START, State.STARTING),
                        status("migrate", Goal.START, State.RUNNING),
                        JobStatus.notRunning("alarm"),
                        JobStatus.notRunning("proxy"),
                        JobStatus.notRunning("restore")))
                .build()
                .around("shop", 1)));
  }

  private static JobGraphBuilder builder(JobFolder folder) {
    return JobGraphBuilder.of(folder, Target.of(Platform.UBUNTU_14_04));
  }

  private static JobStatus status(String job, Goal goal, State state) {
    return new JobStatus(job, "", goal, state, List.of());
  }

  private static void assertIsDrawn(String name, String svg) throws IOException {
    Path file = PICTURES.resolve(name);
    if ("write".equals(System.getProperty("upstart.pictures"))) {
      Files.writeString(file, svg);
    }
    assertThat(file)
        .as("-Dtest=DocumentPicturesTest -Dupstart.pictures=write draws it anew")
        .content()
        .isEqualTo(svg);
  }
}
