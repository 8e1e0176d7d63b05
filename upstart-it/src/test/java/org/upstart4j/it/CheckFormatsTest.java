package org.upstart4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class CheckFormatsTest {

  private static final List<String> ODD_NAMES =
      List.of("a b", "100%", "m\u00fcll", "a:b", "new\nline", "esc\u001b[31m", "<&\"'>", "a,b");

  @TempDir Path folder;

  @BeforeEach
  void jobFiles() throws IOException {
    Path init = Files.createDirectories(folder.resolve("in it"));
    for (String name : ODD_NAMES) {
      Files.writeString(init.resolve(name + ".conf"), "kill signal 9\r\n\tnice 1\nnice 1\nexce");
    }
  }

  @Test
  void sarifIsValidWhateverTheFilesAreCalled() throws IOException {
    Shell.Result result =
        Shell.in(folder).upstart("check", "--for", "1.5", "--format", "sarif", "in it");

    assertThat(errors(result.output())).isEmpty();
    assertThat(result.output())
        .contains("\"uri\":\"in%20it/a%20b.conf\"", "\"uri\":\"in%20it/100%25.conf\"")
        .contains("\"uri\":\"in%20it/m%C3%BCll.conf\"", "\"uri\":\"in%20it/a%3Ab.conf\"")
        .contains("\"fixes\":[{\"description\":", "\"artifactChanges\":[{\"artifactLocation\":")
        .contains("\"columnKind\":\"utf16CodeUnits\"", "\"exitCode\":1");
    assertThat(result.status()).isEqualTo(1);
  }

  @Test
  void sarifCountsColumnsInUtf16AndEndsAtTheEndOfTheFile() throws IOException {
    Files.writeString(folder.resolve("clef.conf"), "env A=\"\ud834\udd1e\" B");

    Shell.Result result = Shell.in(folder).upstart("check", "--format=sarif", "clef.conf");

    JsonObject region =
        results(result.output())
            .get(0)
            .getAsJsonObject()
            .getAsJsonArray("locations")
            .get(0)
            .getAsJsonObject()
            .getAsJsonObject("physicalLocation")
            .getAsJsonObject("region");
    assertThat(region.get("startColumn").getAsInt()).isEqualTo(12);
    assertThat(region.get("endColumn").getAsInt()).isEqualTo(13);
    assertThat(errors(result.output())).isEmpty();
  }

  @Test
  void sarifNamesAFileOutsideTheWorkingFolderWithItsWholePath() throws IOException {
    Path here = Files.createDirectories(folder.resolve("here"));

    Shell.Result result = Shell.in(here).upstart("check", "--format=sarif", "../in it");

    assertThat(result.output()).contains("\"uri\":\"file:///").doesNotContain("\"uri\":\"..");
    assertThat(errors(result.output())).isEmpty();
  }

  @Test
  void everyRuleOfSarifIsExplained() {
    String output = Shell.in(folder).upstart("check", "--format=sarif", "in it").output();

    JsonArray rules =
        run(output).getAsJsonObject("tool").getAsJsonObject("driver").getAsJsonArray("rules");
    assertThat(rules)
        .allSatisfy(
            rule ->
                assertThat(
                        rule.getAsJsonObject()
                            .getAsJsonObject("help")
                            .get("markdown")
                            .getAsString())
                    .isNotBlank());
  }

  @Test
  void junitHasASuiteForTheFolderAndACaseForEachFile() throws Exception {
    Files.writeString(folder.resolve("in it/good.conf"), "exec /bin/true\n");

    Shell.Result result = Shell.in(folder).upstart("check", "--format", "junit", "in it");

    Element suites = xml(result.output()).getDocumentElement();
    assertThat(suites.getAttribute("tests")).isEqualTo("9");
    assertThat(suites.getAttribute("failures")).isEqualTo("8");
    assertThat(suites.getElementsByTagName("testsuite").getLength()).isEqualTo(1);
    assertThat(suites.getElementsByTagName("testcase").getLength()).isEqualTo(9);
    assertThat(suites.getElementsByTagName("failure").getLength()).isEqualTo(8);
    assertThat(suites.getElementsByTagName("failure").item(0).getTextContent())
        .contains("No stanza is called \"exce\"");
    assertThat(result.status()).isEqualTo(1);
  }

  @Test
  void githubGetsAWorkflowCommandForEachFinding() throws IOException {
    Files.writeString(folder.resolve("a:b,100%.conf"), "kill signal 9\nexce /bin/true\n");

    Shell.Result result =
        Shell.in(folder).upstart("check", "--for=1.5", "--format=github", "a:b,100%.conf");

    assertThat(result.output().lines())
        .hasSize(2)
        .allMatch(line -> line.startsWith("::error file=a%3Ab%2C100%25.conf,line="))
        .anyMatch(
            line ->
                line.contains(
                    ",line=2,endLine=2,col=1,title=syntax::No stanza is called \"exce\"; did you"
                        + " mean \"exec\"?%0A"));
  }

  @Test
  void eachLineOfJsonIsOneFindingWhateverTheFileIsCalled() {
    String output = Shell.in(folder).upstart("check", "--json", "--for=1.5", "in it").output();

    assertThat(output.lines())
        .allSatisfy(
            line ->
                assertThat(JsonParser.parseString(line).getAsJsonObject().get("file").getAsString())
                    .startsWith("in it/"));
    assertThat(output.lines().filter(line -> line.contains("\"fix\":{"))).isNotEmpty();
  }

  private static JsonObject run(String sarif) {
    return JsonParser.parseString(sarif)
        .getAsJsonObject()
        .getAsJsonArray("runs")
        .get(0)
        .getAsJsonObject();
  }

  private static JsonArray results(String sarif) {
    return run(sarif).getAsJsonArray("results");
  }

  /** What the schema of SARIF says against a log. */
  private static List<?> errors(String sarif) throws IOException {
    try (InputStream schema =
        CheckFormatsTest.class.getResourceAsStream("/sarif/sarif-schema-2.1.0.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
          .getSchema(Objects.requireNonNull(schema))
          .validate(sarif, InputFormat.JSON);
    }
  }

  private static Document xml(String text) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
  }
}
