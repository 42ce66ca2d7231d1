package dk.grundskema.api.exports.template;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.time.IsoWeek;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many weeks in few numbers. */
class WeekNumberFormatterTest {
    private static final TemplateTexts DANISH = new TemplateTexts(Locale.of("da"));
    private static final TemplateTexts ENGLISH = new TemplateTexts(Locale.of("en"));

    /** Returns weeks at given distances from a first one. */
    private static SortedSet<IsoWeek> weeks(String first, String after) {
        var weeks = new TreeSet<IsoWeek>();
        for (String each : after.split(" ", -1)) {
            String[] ends = each.split("-", -1);
            IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]))
                    .forEach(week -> weeks.add(IsoWeek.parse(first).plus(week)));
        }
        return weeks;
    }

    @ParameterizedTest
    @CsvSource({
        "2026-W33, 0, 33",
        "2026-W33, 0-1, 33–34",
        "2026-W33, 0-8 10-17, 33–41 og 43–50",
        "2026-W33, 0 2, 33 og 35",
        "2026-W33, 0 2 4, 33–37 (ulige)",
        "2026-W34, 0 2 4 6, 34–40 (lige)",
        "2026-W33, 0 2 3 4, 33 og 35–37",
        "2026-W33, 0-2 4 6 8, '33–35 og 37–41 (ulige)'",
        "2026-W33, 0 5 9, '33, 38 og 42'",
        "2026-W52, 0-3, '52–53 og 1–2'",
        "2026-W53, 0, 53",
        "2026-W51, 0 2 3 5 7, '51, 53 og 1–5 (ulige)'",
        "2025-W52, 0-1, '52 og 1'",
        "2027-W52, 0 1, '52 og 1'",
    })
    void weeksThatFollowEachOtherAndEveryOtherWeekAreStretchesWhichEndAtNewYear(
            String first, String after, String text) {
        assertThat(WeekNumberFormatter.format(weeks(first, after), DANISH)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0-1 3, 33–34 and 36", "0 2 4, 33–37 (odd)", "1 3 5, 34–38 (even)"})
    void englishSaysTheSame(String after, String text) {
        assertThat(WeekNumberFormatter.format(weeks("2026-W33", after), ENGLISH))
                .isEqualTo(text);
    }
}
