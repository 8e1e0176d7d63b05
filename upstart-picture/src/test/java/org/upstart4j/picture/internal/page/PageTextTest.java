package org.upstart4j.picture.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.upstart4j.picture.Page;
import org.upstart4j.picture.graph.JobGraph;
import org.upstart4j.picture.graph.Node;

class PageTextTest {

  private static final String NASTY =
      "<img src=x onerror=alert(1)>\"'&</script><!--\u2028\u0001{{title}}";

  @Test
  void thePolicyNamesTheHashOfTheStyleAndOfTheScript() throws Exception {
    String page = page(Sketch.job("web"));

    assertThat(policy(page))
        .contains("default-src 'none'")
        .contains("style-src '" + hash(between(page, "<style>", "</style>")) + "'")
        .contains(
            "script-src '" + hash(between(page, "<script type=\"module\">", "</script>")) + "'")
        .contains("base-uri 'none'")
        .contains("form-action 'none'")
        .doesNotContain("unsafe");
  }

  @Test
  void nothingOnThePageNeedsWhatThePolicyForbids() {
    String page = page(Sketch.job("web"), Sketch.event("deployed"));

    assertThat(page)
        .doesNotContainPattern("<[^>]*\\sstyle=")
        .doesNotContainPattern("<[^>]*\\son\\w+=");
    assertThat(page).doesNotContainPattern("(?:src|href)=\"(?!data:,)");
    assertThat(page).doesNotContain("@import").doesNotContainPattern("url\\((?!#)");
  }

  @Test
  void noStyleOrScriptEndsItsElement() {
    String page = page(Sketch.job("web"));

    assertThat(page.split("</script", -1)).hasSize(3);
    assertThat(page.split("</style", -1)).hasSize(2);
    assertThat(between(page, "<script type=\"module\">", "</script>")).doesNotContain("<!--");
  }

  @Test
  void aNameIsTextWhereverItStands() {
    String page =
        PageText.of(
            NASTY, List.of(NASTY), drawn(new JobGraph(List.of(Sketch.job(NASTY)), List.of())));

    assertThat(page).doesNotContain("<img", "<!--", "\u2028", "\u0001");
    assertThat(between(page, "<title>", "</title>"))
        .isEqualTo(
            "&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;&lt;/script&gt;&lt;!--\\u2028\\x01{{title}}");
    assertThat(
            data(page).getAsJsonArray("nodes").get(0).getAsJsonObject().get("name").getAsString())
        .isEqualTo("<img src=x onerror=alert(1)>\"'&</script><!--\\u2028\\x01{{title}}");
  }

  @Test
  void aStanzaThatManyEdgesComeFromIsOnThePageOnce() {
    JobGraph graph =
        new JobGraph(
            List.of(Sketch.job("db"), Sketch.job("web")),
            List.of(Sketch.started("db", "web"), Sketch.started("db", "web")));

    JsonObject data = data(PageText.of("", List.of(), drawn(graph)));

    assertThat(data.getAsJsonArray("edges")).hasSize(2);
    assertThat(data.getAsJsonArray("sources").toString()).containsOnlyOnce("start on started db");
  }

  @Test
  void anEmptyPageIsAPage() {
    assertThat(Page.of("Nothing").toHtml()).contains("<h1>Nothing</h1>");
  }

  private static String page(Node... nodes) {
    return PageText.of("Jobs", List.of(), drawn(new JobGraph(List.of(nodes), List.of())));
  }

  private static Drawn drawn(JobGraph graph) {
    return new Drawn(
        Optional.of(graph),
        Optional.of(Sketch.svg(graph)),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  private static String policy(String page) {
    Matcher matcher = Pattern.compile("Content-Security-Policy\" content=\"([^\"]*)").matcher(page);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  private static JsonObject data(String page) {
    return JsonParser.parseString(
            between(page, "<script type=\"application/json\" id=\"data\">", "</script>"))
        .getAsJsonObject();
  }

  private static String between(String text, String start, String end) {
    int from = text.indexOf(start) + start.length();
    return text.substring(from, text.indexOf(end, from));
  }

  private static String hash(String text) throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }
}
