package org.upstart4j.picture.internal.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.picture.internal.layout.Box.Port;
import org.upstart4j.picture.internal.layout.Box.Side;

class LayoutTest {

  private static final Offset<Double> ROUNDING = within(0.01);

  /** Boxes of any size, and lines from and to any of them, itself and cycles included. */
  private record Scene(List<Box> boxes, List<Line> lines) {

    static Scene random(long seed) {
      Random random = new Random(seed);
      int count = 1 + random.nextInt(40);
      int edges = random.nextInt(2 * count);
      List<Line> lines = new ArrayList<>();
      int[] in = new int[count];
      int[] out = new int[count];
      for (int i = 0; i < edges; i++) {
        int from = random.nextInt(count);
        int to = random.nextInt(count);
        boolean isSamePort = out[from] > 0 && random.nextBoolean();
        lines.add(new Line(from, isSamePort ? out[from] - 1 : out[from]++, to, in[to]++));
      }
      List<Box> boxes = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        boxes.add(box(20 + random.nextInt(200), random.nextBoolean(), in[i], out[i]));
      }
      lines.replaceAll(
          line ->
              new Line(line.from(), in[line.from()] + line.fromPort(), line.to(), line.toPort()));
      return new Scene(boxes, lines);
    }

    static Scene chain(int length) {
      List<Box> boxes = new ArrayList<>();
      List<Line> lines = new ArrayList<>();
      for (int i = 0; i < length; i++) {
        boxes.add(box(80, true, 1, 1));
        if (i > 0) {
          lines.add(new Line(i - 1, 1, i, 0));
        }
      }
      return new Scene(boxes, lines);
    }

    private static Box box(double width, boolean isFixed, int in, int out) {
      double height = 13.0 * (Math.max(in, out) + 1);
      List<Port> ports = new ArrayList<>();
      for (int i = 0; i < in; i++) {
        ports.add(new Port(Side.LEFT, 13.0 * (i + 1)));
      }
      for (int i = 0; i < out; i++) {
        ports.add(new Port(Side.RIGHT, 13.0 * (i + 1)));
      }
      return new Box(width, height, isFixed, ports);
    }

    Placement placement() {
      return Layout.of(boxes, lines);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 100, 200, 300})
  void everythingIsInThePictureAndNoTwoBoxesOverlap(int first) {
    for (int seed = first; seed < first + 25; seed++) {
      Scene scene = Scene.random(seed);
      Placement placement = scene.placement();

      for (int i = 0; i < scene.boxes().size(); i++) {
        assertIsWithin(placement, scene.boxes().get(i), placement.corners().get(i));
        for (int j = 0; j < i; j++) {
          assertThat(overlap(scene, placement, i, j))
              .as("boxes %s and %s of %s", i, j, seed)
              .isFalse();
        }
      }
      for (Route route : placement.routes()) {
        assertThat(route.points())
            .allSatisfy(point -> assertIsWithin(placement, new Box(0, 0, true, List.of()), point));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 2000})
  void everyLineLeavesItsBoxAtTheRightAndEndsAtTheLeftOfTheOther(int first) {
    for (int seed = first; seed < first + 25; seed++) {
      Scene scene = Scene.random(seed);
      Placement placement = scene.placement();

      assertThat(placement.routes()).hasSameSizeAs(scene.lines());
      for (int i = 0; i < scene.lines().size(); i++) {
        Line line = scene.lines().get(i);
        List<Point> points = placement.routes().get(i).points();
        assertEndsAt(scene, placement, points.get(0), line.from(), line.fromPort());
        assertEndsAt(scene, placement, points.get(points.size() - 1), line.to(), line.toPort());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3000, 4000})
  void noLineLeadsThroughABox(int first) {
    for (int seed = first; seed < first + 25; seed++) {
      Scene scene = Scene.random(seed);
      Placement placement = scene.placement();

      for (Route route : placement.routes()) {
        for (int i = 1; i < route.points().size(); i++) {
          Point from = route.points().get(i - 1);
          Point to = route.points().get(i);
          for (int j = 0; j < scene.boxes().size(); j++) {
            assertThat(crosses(from, to, scene.boxes().get(j), placement.corners().get(j)))
                .as("a line and box %s of %s", j, seed)
                .isFalse();
          }
        }
      }
    }
  }

  private static boolean crosses(Point from, Point to, Box box, Point corner) {
    return Math.min(from.x(), to.x()) < corner.x() + box.width() - 0.5
        && Math.max(from.x(), to.x()) > corner.x() + 0.5
        && Math.min(from.y(), to.y()) < corner.y() + box.height() - 0.5
        && Math.max(from.y(), to.y()) > corner.y() + 0.5;
  }

  @Test
  void theSameBoxesAndLinesAlwaysHaveTheSamePlaces() {
    Scene scene = Scene.random(7);

    assertThat(scene.placement()).isEqualTo(scene.placement());
  }

  @Test
  void twoThreadsAtOncePlaceAsOneAfterTheOther() {
    List<Scene> scenes = IntStream.range(20, 28).mapToObj(Scene::random).toList();
    List<Placement> before = scenes.stream().map(Scene::placement).toList();

    List<CompletableFuture<Placement>> atOnce =
        scenes.stream().map(scene -> CompletableFuture.supplyAsync(scene::placement)).toList();

    assertThat(atOnce.stream().map(CompletableFuture::join).toList()).isEqualTo(before);
  }

  @Test
  void aLongChainGoesOnInANewRow() {
    Placement placement = Scene.chain(200).placement();

    assertThat(placement.width()).isLessThan(2500);
    assertThat(placement.height()).isLessThan(2500);
  }

  @Test
  void aChainOfThousandsFitsTheStack() {
    assertThat(Scene.chain(5000).placement().corners()).hasSize(5000);
  }

  @Test
  void nothingTakesNoSpace() {
    assertThat(Layout.of(List.of(), List.of()))
        .isEqualTo(new Placement(0, 0, List.of(), List.of()));
  }

  private static void assertIsWithin(Placement placement, Box box, Point corner) {
    assertThat(corner.x()).isGreaterThanOrEqualTo(-0.01);
    assertThat(corner.y()).isGreaterThanOrEqualTo(-0.01);
    assertThat(corner.x() + box.width()).isLessThanOrEqualTo(placement.width() + 0.01);
    assertThat(corner.y() + box.height()).isLessThanOrEqualTo(placement.height() + 0.01);
  }

  private static boolean overlap(Scene scene, Placement placement, int one, int other) {
    Point a = placement.corners().get(one);
    Point b = placement.corners().get(other);
    return a.x() < b.x() + scene.boxes().get(other).width()
        && b.x() < a.x() + scene.boxes().get(one).width()
        && a.y() < b.y() + scene.boxes().get(other).height()
        && b.y() < a.y() + scene.boxes().get(one).height();
  }

  private static void assertEndsAt(
      Scene scene, Placement placement, Point end, int place, int portPlace) {
    Box box = scene.boxes().get(place);
    Port port = box.ports().get(portPlace);
    Point corner = placement.corners().get(place);
    double x = port.side() == Side.LEFT ? corner.x() : corner.x() + box.width();
    assertThat(end.x()).isCloseTo(x, ROUNDING);
    if (box.isFixed()) {
      assertThat(end.y()).isCloseTo(corner.y() + port.y(), ROUNDING);
    } else {
      assertThat(end.y()).isBetween(corner.y(), corner.y() + box.height());
    }
  }
}
