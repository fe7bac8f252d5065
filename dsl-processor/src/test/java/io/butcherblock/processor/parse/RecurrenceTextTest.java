package io.butcherblock.processor.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.processor.model.Multistep.Term;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Near misses of recurrences: what stands behind {@code y[n+1] = y[n] +}, which is refused by the
 * findings behind {@code !}, the first of which says what follows.
 */
class RecurrenceTextTest {

  private static final String TEXTS =
      """
      # indices
      h f[n-1/2]         ! BAD_INDEX ! 'f[n-1/2]' has no index of whole steps. An index is n, n-1, n-2, ..., whole steps back, as in f[n-1].
      h f[n-0.5]         ! BAD_INDEX ! 'f[n-0.5]' has no index of whole steps
      h f[n-j]           ! BAD_INDEX ! 'f[n-j]' has no index of whole steps
      h f[n-1-1]         ! BAD_INDEX ! 'f[n-1-1]' has no index of whole steps
      h f[n--1]          ! BAD_INDEX ! 'f[n--1]' has no index of whole steps
      h f[n-(1)]         ! BAD_INDEX ! 'f[n-(1)
      h f[]              ! BAD_INDEX ! 'f[]' has no index of whole steps
      h f[2n]            ! BAD_INDEX ! 'f[2n]' has no index of whole steps
      h f[n-1            ! BAD_INDEX ! 'f[n-1' is not closed by ]
      h f[               ! BAD_INDEX ! 'f[' is not closed by ]
      h f[n)             ! BAD_INDEX ! 'f[n)' is not closed by ]
      h f                ! BAD_INDEX ! 'f' lacks an index in square brackets
      h fn               ! BAD_INDEX ! 'fn' lacks an index in square brackets
      h f_n              ! BAD_INDEX ! 'f_n' lacks an index in square brackets
      h f_{n-1}          ! BAD_INDEX ! 'f_{n-1}' lacks an index in square brackets
      h f(n)             ! BAD_INDEX ! 'f(n)' lacks an index in square brackets
      h f(y[n])          ! BAD_INDEX ! 'f(y[n])' has an argument; f[n] stands for f at y[n]
      h f[n-101]         ! TOO_FAR_BACK ! looks back 101 steps
      h f[n-99999999999] ! TOO_FAR_BACK ! looks back 99999999999 steps
      h f[n+2]           ! IMPLICIT_RECURRENCE ! f[n+2]
      h f[n - 1/2 h f[n-1] ! BAD_INDEX ! 'f[n - 1/2' is not closed by ]
      # brackets
      (3/2 h f[n] - 1/2 h f[n-1]  ! UNCLOSED_BRACKET ! this bracket is not closed
      h f[n] - (1/2 h f[n-1]      ! UNCLOSED_BRACKET ! this bracket is not closed
      ((3/2) h f[n] - h f[n-1]    ! UNCLOSED_BRACKET ! this bracket is not closed
      (3/2 h f[n] - 1/2 h f[n-1]) ! BRACKETED_TERMS ! terms cannot be put in brackets
      h f[n]] - h f[n-1]          ! CLOSING_BRACKET ! this bracket closes none
      h f[n-1]]                   ! CLOSING_BRACKET ! this bracket closes none
      # letters
      k f[n]             ! BAD_TERM ! 'k' is none of y, f and h. The step size is called h; 'k' can be a free parameter, declared as in parameters = "k in [0, 1], start 1/2". A term
      c h f[n]           ! BAD_TERM ! 'c' is none of y, f and h. It can be a free parameter, declared as in parameters = "c in [0, 1], start 1/2". A term
      dt f[n]            ! BAD_TERM ! 'dt' is none of y, f and h. The step size is called h. A term
      h F[n]             ! BAD_TERM ! 'F' is none of y, f and h. The vector field is called f. A term
      h g[n]             ! BAD_TERM ! 'g' is none of y, f and h. The vector field is called f. A term
      u[n-1]             ! BAD_TERM ! 'u' is none of y, f and h. The values are called y. A term
      euler f[n]         ! BAD_TERM ! 'euler' is none of y, f and h. A term
      Sqrt(2) h f[n]     ! UNKNOWN_CHARACTER ! Did you mean sqrt(...)?
      1e-1 h f[n]        ! UNKNOWN_CHARACTER ! A power of ten is written out
      # numbers
      1.2.3 h f[n]       ! SECOND_POINT ! second decimal point
      2 1/2 h f[n]       ! MISSING_OPERATOR ! before '1'
      1 000 h f[n]       ! MISSING_OPERATOR ! before '0'
      h 3 2 f[n]         ! MISSING_OPERATOR ! before '2'
      h f[n] / 2 3       ! MISSING_OPERATOR ! before '3'
      1/2 3 h f[n]       ! MISSING_OPERATOR ! If it divides too
      sqrt4 h f[n]       ! ROOT_WITHOUT_BRACKETS ! sqrt(4)
      sqrt 4 h f[n]      ! ROOT_WITHOUT_BRACKETS ! sqrt(4)
      sqrt (4) h f[n]    ! ROOT_WITHOUT_BRACKETS ! sqrt(4)
      1/2) h f[n]        ! CLOSING_BRACKET ! closes none
      0,5 h f[n]         ! SEPARATOR ! Write a decimal point as '.'; entries of a tableau stand apart by spaces, and terms of a recurrence by their signs.
      1/2, h f[n]        ! SEPARATOR ! Leave it out; entries
      h f[n],            ! SEPARATOR ! ',' is neither a decimal point nor a separator here. Leave it out; entries
      h f[n];            ! SEPARATOR ! Leave it out; entries
      h f[n].            ! SEPARATOR ! '.' is neither a decimal point nor a separator here. Leave it out; entries
      h f[n]. - h f[n-1] ! NUMBER_EXPECTED ! there is '.'
      - h f[n]           ! NUMBER_EXPECTED ! there is '-', a second sign. Write one, or brackets around a negative number, as (-1/2)
      + h f[n]           ! NUMBER_EXPECTED ! there is '+'
      h f[n] *           ! NUMBER_EXPECTED ! nothing stands here
      h f[n] +           ! NUMBER_EXPECTED ! nothing stands here
      # terms
      h f[n] / f[n-1]    ! BAD_TERM ! only a number can be divided by
      1/h f[n]           ! BAD_TERM ! only a number can be divided by
      h f[n] = 0         ! BAD_TERM ! there is a second '='
      h f[n] + 3         ! BAD_TERM ! it has neither y[...] nor f[...]
      h h h f[n]         ! BAD_TERM ! h occurs 3 times
      h^3 f[n]           ! BAD_TERM ! h is written alone, or as h^2
      h^2.5 f[n]         ! BAD_TERM ! h is written alone, or as h^2
      h^-1 f[n]          ! BAD_TERM ! h is written alone, or as h^2
      h^ f[n]            ! BAD_TERM ! h is written alone, or as h^2
      h^2 h f[n]         ! BAD_TERM ! h occurs 3 times
      h^2 y[n-1]         ! BAD_TERM ! h multiplies f, not y
      h^2 f[n] + h f[n-1] ! STEP_POWERS ! some terms of f have h and others h^2
      y[n-1] h f[n]      ! BAD_TERM ! more than one y[...] or f[...]; if they are of two terms, a + or - is missing between them
      f[n]               ! BAD_TERM ! f is not multiplied by the step size h
      h (f[n] - (f[n-1]) + f[n-2]) ! BRACKETED_TERMS ! Multiply them out: for example,
      h (f[n] - f[n-1])/2 ! BRACKETED_TERMS ! Multiply them out: for example,
      (h/2) f[n]         ! BRACKETED_TERMS ! put in brackets
      """;

  static Stream<String> texts() {
    return TEXTS.lines().filter(line -> !line.startsWith("#"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void isRefusedOnPurpose(String row) {
    String[] columns = row.split(" *! *", -1);
    Parsed<List<Term>> parsed = RecurrenceParser.parse("Scheme", "y[n+1] = y[n] + " + columns[0]);
    assertEquals(
        columns[1],
        parsed.findings().stream()
            .map(finding -> finding.message().name())
            .collect(Collectors.joining(" ")),
        parsed::toString);
    String text = parsed.findings().get(0).text();
    assertTrue(text.contains(columns[2]), text);
  }
}
