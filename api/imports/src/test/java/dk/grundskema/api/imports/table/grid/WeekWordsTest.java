package dk.grundskema.api.imports.table.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dk.grundskema.api.imports.source.SourceDays.WeekPattern;
import dk.grundskema.api.imports.table.file.TableLimits;
import dk.grundskema.api.imports.table.parse.WeekIntervalParser;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeekWordsTest {
    /** Odd texts are tried with so many repetitions, and with four times as many. */
    private static final int REPETITIONS = 100;

    /** A text that counts how often one of its letters is looked at. */
    private static final class CountedText implements CharSequence {
        private final CharSequence text;
        private final long[] looks;

        CountedText(CharSequence text, long[] looks) {
            this.text = text;
            this.looks = looks;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            looks[0]++;
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new CountedText(text.subSequence(start, end), looks);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }

    private static StatedWeeks weeks(String text) {
        return WeekWords.parse(text).weeks().orElse(StatedWeeks.ALL);
    }

    @ParameterizedTest
    @CsvSource({
        "MUS JP (ulige uger), MUS JP, ulige uger",
        "MUS JP ulige uger, MUS JP, ulige uger",
        "MUS JP (U), MUS JP, U",
        "MUS JP uge 33-40, MUS JP, uge 33-40",
        "(lige uger), '', lige uger"
    })
    void weeksBehindATextAreSplitOff(String line, String text, String words) {
        assertThat(WeekWords.parse(line).text()).isEqualTo(text);
        assertThat(weeks(line).words()).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MUS JP", "Tulige", "MUS JPU", "uge", "MUS (X)"})
    void otherTextsNameNoWeeks(String line) {
        assertThat(WeekWords.parse(line).text()).isEqualTo(line);
        assertThat(WeekWords.parse(line).weeks()).isEmpty();
    }

    private static long work(Consumer<CharSequence> parse, String text) {
        var looks = new long[1];
        parse.accept(new CountedText(text, looks));
        return looks[0];
    }

    /** The work grows with the length: four times the length is at most five times the work. */
    private static void assertLinear(Consumer<CharSequence> parse, String before, String repeated, String behind) {
        long once = work(parse, before + repeated.repeat(REPETITIONS) + behind);
        long more = work(parse, before + repeated.repeat(4 * REPETITIONS) + behind);
        assertThat(more).as("looks at letters, %s before", once).isLessThanOrEqualTo(5 * once);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "( ",
                "(",
                ",",
                "lige ",
                "ulige uger ",
                "uge 1 ",
                "uge 1, ",
                "1",
                "1 ",
                "u. ",
                "hver ",
                "hver 2. ",
                "[ "
            })
    void oddLongTextsAreLinearWork(String repeated) {
        String cell = repeated.repeat(TableLimits.CELL / repeated.length()) + "x";
        assertThatCode(() -> {
                    WeekWords.parse(cell);
                    WeekWords.endsWithParity(cell);
                    WeekIntervalParser.find(cell);
                    CellLineSplitter.split(cell);
                })
                .as("the longest cell")
                .doesNotThrowAnyException();
        for (String behind : new String[] {"x", "", "1", "(", " uge"}) {
            for (String before : new String[] {"", "x", "uge 1", "lige", "hver", "hver 2."}) {
                assertLinear(WeekWords::parse, before, repeated, behind);
                assertLinear(WeekWords::endsWithParity, before, repeated, behind);
                assertLinear(WeekIntervalParser::find, before, repeated, behind);
                assertLinear(CellLineSplitter::split, before, repeated, behind);
            }
        }
    }

    private static StatedWeeks numbered(String words, Integer... numbers) {
        return StatedWeeks.of(new WeekPattern.Numbered(new TreeSet<>(Set.of(numbers))), words);
    }

    private static final StatedWeeks EVEN = StatedWeeks.of(new WeekPattern.Even(), "lige");
    private static final StatedWeeks ODD = StatedWeeks.of(new WeekPattern.Odd(), "ulige");

    @Test
    void weeksThatAreNotStatedAreThoseAround() {
        assertThat(StatedWeeks.ALL.within(ODD)).isEqualTo(ODD);
        assertThat(ODD.within(StatedWeeks.ALL)).isEqualTo(ODD);
        assertThat(ODD.within(ODD).isContradicted()).isFalse();
    }

    @Test
    void numberedWeeksAmongEvenOnesAreTheEvenOnesOfThem() {
        var both = new WeekPattern.Numbered(new TreeSet<>(Set.of(34, 36)));

        assertThat(numbered("33-36", 33, 34, 35, 36).within(EVEN).pattern()).isEqualTo(both);
        assertThat(EVEN.within(numbered("33-36", 33, 34, 35, 36)).pattern()).isEqualTo(both);
        assertThat(numbered("34-40", 34, 36, 40)
                        .within(numbered("33-36", 34, 35, 36))
                        .pattern())
                .isEqualTo(both);
        assertThat(numbered("33-36", 33, 34).within(EVEN).isContradicted()).isFalse();
    }

    @Test
    void weeksWithNothingInCommonContradictAndTheNearerOnesCount() {
        assertThat(ODD.within(EVEN)).isEqualTo(new StatedWeeks(new WeekPattern.Odd(), "ulige", "lige"));
        assertThat(numbered("33, 35", 33, 35).within(EVEN).contradicted()).isEqualTo("lige");
        assertThat(numbered("33", 33).within(numbered("34", 34)).contradicted()).isEqualTo("34");
        assertThat(StatedWeeks.ALL.within(ODD.within(EVEN)).contradicted()).isEqualTo("lige");
    }
}
