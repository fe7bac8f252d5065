package io.butcherblock.processor.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.processor.exact.Exact;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** However much is wrong in one type, its findings are few and short. */
class FloodTest {

  private static final Location VALUE = new Location.Member("value");

  private static List<String> counted(List<Finding> findings) {
    return AlikeFindings.counted(findings).stream().map(Finding::text).toList();
  }

  @Test
  void findingsOfOneTextAreOne() {
    Finding one = Message.RADICAND_TOO_LARGE.at(VALUE, "Chummund", "4131609078095");
    assertEquals(
        List.of(one.text() + " This occurs 14 times."),
        counted(IntStream.range(0, 14).mapToObj(i -> one).toList()));
    assertEquals(List.of(one.text()), counted(List.of(one)));
  }

  @Test
  void ofOneMessageAFewAreShown() {
    List<Finding> rows =
        IntStream.range(0, 210)
            .mapToObj(i -> Message.DIVISION_BY_ZERO.at(VALUE, "Scheme" + i))
            .toList();
    List<String> texts = counted(rows);
    assertEquals(AlikeFindings.SHOWN, texts.size());
    assertEquals(rows.get(0).text(), texts.get(0));
    assertTrue(
        texts.get(4).endsWith(" 205 more findings of this kind are not shown."), texts.get(4));
    assertTrue(
        counted(rows.subList(0, 6))
            .get(4)
            .endsWith(" One more finding of this kind is not shown."));
    // As many as may be shown are shown; other messages are none of their business.
    assertEquals(
        rows.subList(0, 5).stream().map(Finding::text).toList(), counted(rows.subList(0, 5)));
    Finding other = Message.NO_STAGES.at(VALUE, "Scheme");
    List<Finding> mixed = new ArrayList<>(rows);
    mixed.add(other);
    assertEquals(other.text(), counted(mixed).get(5));
  }

  @Test
  void longLinesAreCutAroundWhatIsMeant() {
    String line = "a".repeat(500_000) + "\t1//2 " + "b".repeat(500_000);
    String[] text = new Excerpt("value", line, 500_003, 1).text().split("\n", -1);
    assertEquals("    ..." + "a".repeat(57) + "\t1//2 ", text[0].substring(0, 70));
    assertEquals(4 + 3 + 60 + 60 + 3, text[0].length());
    assertEquals('/', text[0].charAt(text[1].indexOf('^')));
    // A stretch of a megabyte is marked by what is shown of it.
    String[] whole = new Excerpt("value", line, 0, line.length()).text().split("\n", -1);
    assertEquals("    " + "a".repeat(60) + "...", whole[0]);
    assertEquals("    " + "^".repeat(60), whole[1]);
  }

  @Test
  void shortLinesAreShownWhole() {
    assertEquals("    \t1//2\n    \t  ^", new Excerpt("value", "\t1//2", 3, 1).text());
  }

  @Test
  void whatIsQuotedIsCut() {
    String text = Message.SPACED.at(VALUE, "Scheme", "'" + "7".repeat(1_000_000) + "'").text();
    assertTrue(text.length() < 1000, () -> "length " + text.length());
    assertTrue(text.contains("777 ... 777"), text);
    Exact long300 = Exact.of(1, 3).pow(600);
    assertTrue(Message.NEGATIVE_RADICAND.at(VALUE, "Scheme", long300).text().length() < 200);
  }
}
