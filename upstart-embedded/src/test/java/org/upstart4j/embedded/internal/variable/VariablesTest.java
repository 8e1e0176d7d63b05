package org.upstart4j.embedded.internal.variable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.upstart4j.Environment;
import org.upstart4j.jobfile.internal.match.Entries;

class VariablesTest {

  private static Variables of(String... entries) {
    return new Variables().addAll(List.of(entries));
  }

  @Test
  void aVariableThatIsThereChangesInItsPlaceAndANewOneComesLast() {
    Variables variables = of("A=1", "B=2").set("A", "3").set("C", "4").add("B=5", true);

    assertThat(variables.entries()).containsExactly("A=3", "B=5", "C=4");
  }

  @Test
  void aVariableThatMayNotBeReplacedStays() {
    Variables variables = of("A=1").add("A=2", false).add("B=3", false);

    assertThat(variables.entries()).containsExactly("A=1", "B=3");
  }

  @Test
  void aNameEndsAtTheFirstEqualsSign() {
    Variables variables = of("A=1").add("A==2", true).add("=x", true).add("=y", true);

    assertThat(variables.entries()).containsExactly("A==2", "=y");
    assertThat(variables.get("A")).isEqualTo("=2");
    assertThat(variables.get("")).isEqualTo("y");
  }

  @Test
  void aNameIsNotItsBeginning() {
    Variables variables = of("AB=1", "A=2");

    assertThat(variables.get("A")).isEqualTo("2");
    assertThat(variables.get("ABC")).isNull();
    assertThat(Entries.find(variables.entries(), "A")).isEqualTo(1);
    assertThat(Entries.find(variables.entries(), "B")).isEqualTo(-1);
  }

  @Test
  void ofANameThatComesTwiceTheFirstIsFoundAndChanged() {
    Variables variables = new Variables(List.of("A=1", "A=2"));

    assertThat(variables.get("A")).isEqualTo("1");
    assertThat(variables.set("A", "3").entries()).containsExactly("A=3", "A=2");
  }

  @Test
  void aStanzaWithoutAValueTakesTheEnginesOwn() {
    Variables variables = of("A=1", "B=2", "C=3");

    Map<String, String> own = Map.of("A", "own", "D", "new");

    variables.addOwn(List.of("A", "B", "C=4", "D", "E", "B=5"), own::get);

    assertThat(variables.entries()).containsExactly("A=own", "C=4", "D=new", "B=5");
  }

  @Test
  void manyVariablesBehaveAsFewDo() {
    List<String> many = IntStream.range(0, 100).mapToObj(i -> "V" + i + "=" + i).toList();
    Variables variables = new Variables().addAll(many);
    List<String> expected = new ArrayList<>(many);

    variables.set("V70", "x").add("V71=y", false).set("NEW", "z");
    expected.set(70, "V70=x");
    expected.add("NEW=z");
    assertThat(variables.entries()).isEqualTo(expected);
    assertThat(variables.get("V70")).isEqualTo("x");
    assertThat(variables.get("V7")).isEqualTo("7");
    assertThat(variables.get("V70=")).isNull();
    assertThat(variables.get("NONE")).isNull();

    variables.addOwn(List.of("V50", "V60", "V50=again"), name -> null);
    expected.removeAll(List.of("V50=50", "V60=60"));
    expected.add("V50=again");
    assertThat(variables.entries()).isEqualTo(expected);
    assertThat(variables.get("V99")).isEqualTo("99");
    assertThat(variables.get("V60")).isNull();

    variables.remove("V99");
    expected.removeAll(List.of("V9=9", "V99=99"));
    assertThat(variables.entries()).isEqualTo(expected);
    assertThat(variables.find("V98")).isEqualTo(expected.indexOf("V98=98"));
  }

  @Test
  void ofANameThatComesTwiceAmongManyTheFirstIsFound() {
    List<String> many =
        new ArrayList<>(IntStream.range(0, 100).mapToObj(i -> "V" + i + "=" + i).toList());
    many.add("V3=second");

    assertThat(new Variables(many).get("V3")).isEqualTo("3");
  }

  /** Looking through all of them for each one would take hours. */
  @Test
  @Timeout(60)
  void aMillionVariablesArePutTogetherInLinearTime() {
    Variables variables = new Variables();
    List<String> names = IntStream.range(0, 1_000_000).mapToObj(i -> "V" + i).toList();

    names.forEach(name -> variables.set(name, "1"));
    names.forEach(name -> variables.set(name, "2"));
    assertThat(variables.entries()).hasSize(1_000_000);
    assertThat(variables.get("V999999")).isEqualTo("2");
    variables.addOwn(names, name -> null);
    assertThat(variables.entries()).isEmpty();
  }

  @Test
  void aVariableIsRemovedByItsName() {
    Variables variables = of("A=1", "B=2", "C=3");

    variables.remove("B");
    variables.remove("NOPE");

    assertThat(variables.entries()).containsExactly("A=1", "C=3");
  }

  @Test
  void aRemovedNameTakesWithItThoseThatItBeginsWith() {
    Variables variables = of("PATH=1", "P=2", "X=3", "PA=4", "PATHS=5");

    variables.remove("PATH");

    // the entry after a removed one is stepped over
    assertThat(variables.entries()).containsExactly("P=2", "X=3", "PATHS=5");
  }

  @Test
  void anEmptyNameIsTheBeginningOfEachName() {
    Variables variables = of("=x", "A=1", "B=2");

    variables.remove("ANY");

    assertThat(variables.entries()).containsExactly("A=1", "B=2");
  }

  @Test
  void aCopyDoesNotChangeWithItsOriginal() {
    Variables original = of("A=1");

    Variables copy = new Variables(original);
    original.set("B", "2");
    Environment environment = original.toEnvironment();
    original.set("C", "3");

    assertThat(copy.entries()).containsExactly("A=1");
    assertThat(environment.entries()).containsExactly("A=1", "B=2");
    assertThat(new Variables().toEnvironment()).isSameAs(Environment.EMPTY);
  }
}
