package org.upstart4j.cli.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstart4j.cli.convert.Examples.because;
import static org.upstart4j.cli.convert.Examples.finding;
import static org.upstart4j.cli.convert.Examples.says;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.upstart4j.systemd.finding.ConversionFinding;
import org.upstart4j.systemd.finding.Level;

/** What programs and browsers read about jobs that were converted. */
class MachineReportsTest {

  private static String json(ConversionFinding... findings) throws IOException {
    StringWriter text = new StringWriter();
    new JsonReport(new PrintWriter(text)).findings(Examples.converted(findings));
    return text.toString();
  }

  private static String html(ConversionFinding... findings) throws IOException {
    return new String(HtmlReport.of(Examples.converted(findings)), StandardCharsets.UTF_8);
  }

  @Test
  void jsonHasAllMembersOfAFinding() throws IOException {
    ConversionFinding finding =
        because(says(finding("web", 7, "respawn", Level.BY_HAND), "Restart=always"), "why", "how");

    assertThat(json(finding.asProved()))
        .isEqualTo(
            "{\"job\":\"web\",\"file\":\"init/web.conf\",\"line\":7,\"start\":0,\"end\":7,"
                + "\"stanza\":\"respawn\",\"level\":\"by-hand\",\"code\":\"note\","
                + "\"unit\":\"web.service\",\"directive\":\"Restart=always\",\"since\":230,"
                + "\"reason\":\"why\",\"remedy\":\"how\",\"proved\":true}\n");
  }

  @Test
  void inJsonWhatIsNotThereIsNull() throws IOException {
    assertThat(json(finding("web", 1, "", Level.LOST)))
        .isEqualTo(
            "{\"job\":\"web\",\"file\":\"init/web.conf\",\"line\":null,\"start\":null,"
                + "\"end\":null,\"stanza\":null,\"level\":\"lost\",\"code\":\"note\",\"unit\":null,"
                + "\"directive\":null,\"since\":null,\"reason\":\"\",\"remedy\":null,"
                + "\"proved\":false}\n");
  }

  @Test
  void aPageHasATableForEachJobAndANumberForEachLevel() throws IOException {
    String page =
        html(
            says(finding("web", 7, "respawn", Level.EXACT), "Restart=always"),
            finding("db", 3, "debug", Level.LOST),
            finding("web", 1, "", Level.APPROXIMATE));

    assertThat(page)
        .contains("<li class=\"exact\"><b>1</b>exact", "<li class=\"approximate\"><b>0</b>")
        .contains("<h2 id=\"job-0\">db ", "<h2 id=\"job-1\">web ")
        .contains("<pre>respawn</pre>", "<pre>Restart=always</pre>", "no stanza");
  }

  @Test
  void onAPageWhatNoStanzaSaysComesLast() throws IOException {
    assertThat(
            html(
                finding("web", 1, "", Level.APPROXIMATE),
                finding("web", 7, "respawn", Level.EXACT)))
        .containsSubsequence("<pre>respawn</pre>", "no stanza");
  }

  @Test
  void aPageNeedsNothingElseAndRunsNothing() throws IOException {
    assertThat(html(finding("web", 7, "respawn", Level.EXACT)))
        .contains("default-src 'none'")
        .doesNotContain("<script", "<link", "<img", "@import", "url(", "http://", "https://");
  }

  @Test
  void whatOthersWroteIsNoMarkup() throws IOException {
    String evil = "<script>alert('&\"')</script>\u001b\u202e\udc80";

    assertThat(html(because(says(finding(evil, 1, evil, Level.LOST), evil), evil, evil)))
        .contains("&lt;script&gt;alert('&amp;&quot;')&lt;/script&gt;\\x1b\\u202e\\udc80")
        .doesNotContain("<script", "\u001b", "\u202e");
  }
}
