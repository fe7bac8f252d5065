package io.butcherblock.processor.parse;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.processor.diagnostics.Excerpt;
import io.butcherblock.processor.model.RungeKutta;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What people type and paste. Each text is Heun's tableau with something odd in it: accepted as
 * Heun's, or refused on purpose. Rows are divided by {@code ;} here. Behind {@code !} follow the
 * refusal, what it points at, and what it says.
 */
class TableauTextTest {

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          entry("tab", "\t"),
          entry("nbsp", "\u00a0"),
          entry("thin", "\u2009"),
          entry("bom", "\ufeff"),
          entry("zwsp", "\u200b"),
          entry("minus", "\u2212"),
          entry("en", "\u2013"),
          entry("em", "\u2014"),
          entry("half", "\u00bd"),
          entry("root", "\u221a"),
          entry("crlf", "\r\n"),
          entry("cr", "\r"));

  private static final RungeKutta HEUN = parse("0 |; 1 | 1; --; 1/2 * | 1 1").value().orElseThrow();

  private static Parsed<RungeKutta> parse(String rows) {
    return TableauParser.parse("Heun", 2, typed(rows.replace("; ", "\n")));
  }

  /** The characters that the names in angle brackets stand for. */
  private static String typed(String text) {
    String typed = text;
    for (Map.Entry<String, String> name : NAMES.entrySet()) {
      typed = typed.replace("<" + name.getKey() + ">", name.getValue());
    }
    return typed;
  }

  private static final String TEXTS =
      """
      # blanks and line ends
      0<tab>|; 1<tab>|<tab>1; --; 1/2<tab>*<tab>|<tab>1<tab>1
      0<nbsp>|; <nbsp>1 |<thin>1; --; 1/2 * |<nbsp>1<thin>1
      0|; 1|1; --; 1/2*|1 1
      0 |<crlf>1 | 1<crlf>--<crlf>1/2 * | 1 1<crlf>
      0 |<cr>1 | 1<cr>--<cr>1/2 * | 1 1
      <cr>0 |; <cr>1 | 1; <cr>--; 1/2 * | 1 1<cr><cr>
      # rules and bars
      0 |; 1 | 1; ------+------; 1/2 * | 1 1
      0 |; 1 | 1; ----|----; 1/2 * | 1 1
      0 |; 1 | 1; - - - -; 1/2 * | 1 1
      0 |; 1 | 1; <em><em><em>; 1/2 * | 1 1
      0 |; 1 | 1; <en><en><minus><minus>; 1/2 * | 1 1
      0 |; 1 | 1; ______; 1/2 * | 1 1
      0 |; 1 | 1; ======; 1/2 * | 1 1
      0 │; 1 │ 1; ───┼───; 1/2 * │ 1 1
      0 ┃; 1 ┃ 1; ━━━╋━━━; 1/2 * ┃ 1 1
      0 |; 1 | 1; -; 1/2 * | 1 1                      ! MISSING_BAR MISSING_RULE
      0 |; 1 | 1; 1/2 * | 1 1                         ! MISSING_RULE
      0 |; 1 | 1; --; 1/2 * | 1 1; --                 ! SECOND_RULE
      0 |; 1 | 1; --; 1/2 * | 1 1; --; --              ! SECOND_RULE
      0 |; 1 | | 1; --; 1/2 * | 1 1                   ! SECOND_BAR
      0; 1 | 1; --; 1/2 * | 1 1                       ! MISSING_BAR
      0 |; 1 | 1; --; 1 1                             ! MISSING_BAR
      --; 1/2 * | 1 1                                 ! NO_STAGES
      0 |; 1 | 1; --                                  ! NO_WEIGHTS
      # numbers
      0 |; 1 | 1; --; .5 * | 1. 1.0
      0 |; 1 | 1; --; | 1/2 0.5
      0 |; 1 | 1; --; | 2/4 (3-2)/2
      0 |; 1 | 1; --; | +1/2 -(-1/2)
      0 |; 1 | 1; --; | <minus>(<minus>1/2) 1/2
      0 |; sqrt(1) | 1; --; | 1/sqrt(4) sqrt(1/4)
      0 |; 1 | 1; --; | <half> 1/2                    ! UNKNOWN_CHARACTER ! <half> ! Did you mean 1/2?
      0 |; 1 | 1; --; | 1/<root>4 1/2                 ! UNKNOWN_CHARACTER ! <root> ! Did you mean sqrt(...)?
      0 |; 1 | 1; --; | 1/sqr(4) 1/2                  ! UNKNOWN_CHARACTER ! sqr ! Did you mean sqrt(...)?
      0 |; 1 | 1; --; | 1/Sqrt(4) 1/2                 ! UNKNOWN_CHARACTER ! Sqrt ! Did you mean sqrt(...)?
      0 |; 1 | 1; --; | <en>1/2 1/2                   ! UNKNOWN_CHARACTER ! <en> ! Did you mean the minus sign -?
      0 |; 1 | 1; --; | <em>1/2 1/2                   ! UNKNOWN_CHARACTER ! <em> ! Did you mean the minus sign -?
      <bom>0 |; 1 | 1; --; 1/2 * | 1 1                ! UNKNOWN_CHARACTER ! <bom> ! 'U+FEFF'
      0 |; 1 | 1; --; | 1/2<zwsp> 1/2                 ! UNKNOWN_CHARACTER ! <zwsp> ! 'U+200B'
      0 |; 1 | 1; --; | 5e-1 1/2                      ! UNKNOWN_CHARACTER ! e
      0 |; 1 | 1; --; | 0x1 1/2                       ! UNKNOWN_CHARACTER ! x
      0 |; 1 | 1; --; | 1/2 pi                        ! UNKNOWN_CHARACTER ! pi
      0 |; 1 | 1; --; | 1/2d 1/2                      ! UNKNOWN_CHARACTER ! d
      0 |; 1 | 1; --; | 1/0 1/2                       ! DIVISION_BY_ZERO ! /0
      0 |; 1 | 1; --; | 1/(1-1) 1/2                   ! DIVISION_BY_ZERO ! /(1-1)
      0 |; 1 | 1; --; | 0,5 1/2                       ! SEPARATOR ! ,
      0 |; 1 | 1; --; | 1/2, 1/2                      ! SEPARATOR ! ,
      0 |; 1 | 1; --; | 1/2 1/2;                      ! SEPARATOR
      0 |; 1 | 1; --; | 1 / 2 1/2                     ! SPACED ! /
      0 |; 1 | 1; --; | 1/ 2 1/2                      ! SPACED ! 1/
      0 |; 1 | 1; --; | 1/2 - 1/2                     ! SPACED ! -
      0 |; 1 | 1; --; | 1/2 + 1/2                     ! SPACED ! +
      0 |; 1 | 1; --; | (1 +1)/4 1/2                  ! SPACED ! (1 +1)/4
      0 |; 1 | 1; --; | (1/2 1/2                      ! UNCLOSED_BRACKET ! (
      0 |; 1 | 1; --; | 1/2) 1/2                      ! CLOSING_BRACKET ! )
      0 |; 1 | 1; --; | 1/2/ 1/2                      ! SPACED ! 1/2/
      0 |; 1 | 1; --; | 1//2 1/2                      ! NUMBER_EXPECTED ! /
      0 |; 1 | 1; --; | 1.2.3 1/2                     ! SECOND_POINT ! .
      0 |; 1 | 1; --; | . 1/2                         ! NUMBER_EXPECTED ! .
      0 |; 1 | 1; --; | sqrt(-1) 1/2                  ! NEGATIVE_RADICAND ! sqrt(-1)
      0 |; 1 | 1; --; | sqrt 1/2                      ! SPACED ! sqrt 1/2
      0 |; 1 | 1; --; | sqrt() 1/2                    ! NUMBER_EXPECTED ! )
      # operators and brackets that are left out, or are others
      0 |; 1 | 1; --; | 2(1/4) 1/2                    ! MISSING_OPERATOR ! ( ! star: 2*(1/4).
      0 |; 1 | 1; --; | 2sqrt(3) 1/2                  ! MISSING_OPERATOR ! sqrt ! star: 2*sqrt(3).
      0 |; 1 | 1; --; | 1/2sqrt(3) 1/2                ! MISSING_OPERATOR ! sqrt ! star: 1/2*sqrt(3). If it divides too, put
      0 |; 1 | 1; --; | 1/(2sqrt(3)) 1/2              ! MISSING_OPERATOR ! sqrt ! star: 1/(2*sqrt(3)).
      0 |; 1 | 1; --; | (1/2)(1/3) 1/2                ! MISSING_OPERATOR ! ( ! star: (1/2)*(1/3).
      0 |; 1 | 1; --; | sqrt(2)2 1/2                  ! MISSING_OPERATOR ! 2 ! star: sqrt(2)*2.
      0 |; 1 | 1; --; 2(1/4) * | 1 1                  ! MISSING_OPERATOR ! ( ! star: 2*(1/4).
      0 |; 1 | 1; --; | sqrt4/2 1/2                   ! ROOT_WITHOUT_BRACKETS ! sqrt ! space: sqrt(4).
      0 |; 1 | 1; --; | sqrt[4] 1/2                   ! ROOT_WITHOUT_BRACKETS ! sqrt ! space: sqrt(4).
      0 |; 1 | 1; --; | sqrt{4} 1/2                   ! ROOT_WITHOUT_BRACKETS ! sqrt ! space: sqrt(4).
      0 |; 1 | 1; --; | sqrt (4)/2 1/2                ! SPACED ! sqrt (4)/2
      0 |; 1 | 1; --; | 1/sqrt (4) 1/2                ! SPACED ! 1/sqrt (4)
      0 |; 1 | 1; --; | 3/4( 1/2                      ! UNCLOSED_BRACKET ! (
      0 |; 1 | 1; --; | 1..2 1/2                      ! SECOND_POINT ! .
      0 |; 1 | 1; --; | --1/2 1/2                     ! NUMBER_EXPECTED ! - ! there is '-'
      0 |; 1 | 1; --; | 2**2 1/2                      ! NUMBER_EXPECTED ! * ! there is '*'
      0 |; 1 | 1; --; | 2^2 1/2                       ! UNKNOWN_CHARACTER ! ^ ! A power is written out
      0 |; 1 | 1; --; | 1<half> 1/2                   ! UNKNOWN_CHARACTER ! <half> ! Did you mean +1/2?
      0 |; 1 | 1; --; | {1/2} 1/2                     ! UNKNOWN_CHARACTER ! { ! Brackets are round
      # shape
      0 | 0 0; 1 | 1 0; --; 1/2 * | 1 1
      0 | 0; 1 | 1 0; --; 1/2 * | 1 1
      | 0; 1 | 1; --; 1/2 * | 1 1                     ! ABSCISSA
      0 0 |; 1 | 1; --; 1/2 * | 1 1                   ! ABSCISSA
      0 |; 1 |; --; 1/2 * | 1 1                       ! RAGGED_ROW ! 1 | ! Write every zero; only those that fill the row up to all 2 stages may be left out.
      1 | 1; 0 |; --; 1/2 * | 1 1                     ! RAGGED_ROW ! 0 | ! each with one coefficient more than the row before; exchange those that do not.
      1/2 | 1/2 0; --; | 1                            ! RAGGED_ROW ! 1/2 | 1/2 0 ! With 1 row of stages it has as many
      0 |; 1 | 1 0 0; --; 1/2 * | 1 1                 ! RAGGED_ROW ! 1 | 1 0 0 ! With 2 rows of stages it has as many at most; leave out
      0 |; 1 | 1; --; 1/2 * | 1                       ! WEIGHT_COUNT
      0 |; 1 | 1; --; 1/2 * | 1 1 0                   ! WEIGHT_COUNT
      0 |; 1 | 1; --; 1/2 * | 1 1; | 1 0              ! SECOND_WEIGHTS
      0 |; 1 | 1; --; 1/6 | 1 4 1; | 1 4 1            ! SECOND_WEIGHTS
      0 |; 1 | 1; --; 1/2 | 1 1                       ! FACTOR_WITHOUT_STAR ! 1/2
      0 |; 1 | 1; --; * | 1 1                         ! NUMBER_EXPECTED
      0 |; 1 | 1; --; sqrt(4)/4 | 1 1                 ! FACTOR_WITHOUT_STAR ! sqrt(4)/4
      # names that books print beside rows of weights
      0 |; 1 | 1; --; b | 1/2 1/2                     ! ROW_NAME ! b
      0 |; 1 | 1; --; b* | 1/2 1/2                    ! ROW_NAME ! b*
      0 |; 1 | 1; --; b^T | 1/2 1/2                   ! ROW_NAME ! b^T
      0 |; 1 | 1; --; y_1 | 1/2 1/2                   ! ROW_NAME ! y_1
      0 |; 1 | 1; --; \u0177_1 | 1/2 1/2                 ! ROW_NAME ! \u0177_1
      0 |; 1 | 1; --; \\hat b | 1/2 1/2               ! ROW_NAME ! \\hat b
      0 |; 1 | 1; --; order 2 | 1/2 1/2               ! ROW_NAME ! order 2
      """;

  static Stream<String> texts() {
    return TEXTS.lines().filter(line -> !line.startsWith("#"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void isReadOrRefusedOnPurpose(String row) {
    String[] columns = row.split(" *! *", -1);
    String expected = columns.length > 1 ? columns[1] : "";
    Parsed<RungeKutta> parsed = parse(columns[0]);
    assertEquals(
        expected,
        parsed.findings().stream()
            .map(finding -> finding.message().name())
            .collect(Collectors.joining(" ")),
        parsed::toString);
    if (expected.isEmpty()) {
      RungeKutta read = parsed.value().orElseThrow();
      assertEquals(
          List.of(HEUN.a(), HEUN.b(0), HEUN.b(1), HEUN.c()),
          List.of(read.a(), read.b(0), read.b(1), read.c()));
    }
    if (columns.length > 2) {
      Excerpt excerpt = (Excerpt) parsed.findings().get(0).location();
      int from = excerpt.column();
      assertEquals(typed(columns[2]), excerpt.line().substring(from, from + excerpt.length()));
    }
    if (columns.length > 3) {
      String text = parsed.findings().get(0).text();
      assertTrue(text.contains(columns[3]), text);
    }
  }
}
