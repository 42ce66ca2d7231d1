package dk.grundskema.solver.check;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.finding.Figure;
import dk.grundskema.domain.finding.Texts;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoreTextsTest {
    private static final List<String> RULES = Stream.of(
                    "person-in-two-places",
                    "travel-time",
                    "room-in-two-places",
                    "student-in-two-places",
                    "staff-unavailable",
                    "room-unavailable",
                    "student-unavailable",
                    "closed-day",
                    "daily-rest",
                    "weekly-rest",
                    "daily-hours",
                    "weekly-hours",
                    "average-hours",
                    "long-day",
                    "long-day-guideline",
                    "long-day-wish",
                    "rest-between-dates",
                    "rest-between-dates-guideline",
                    "rest-between-dates-wish",
                    "free-dates",
                    "free-dates-guideline",
                    "free-dates-wish",
                    "exclusive-at-one-time",
                    "exclusive-at-one-time-guideline",
                    "exclusive-at-one-time-wish",
                    "exclusive-on-one-date",
                    "exclusive-on-one-date-guideline",
                    "exclusive-on-one-date-wish",
                    "room-kind",
                    "room-capacity",
                    "never-together",
                    "group-size",
                    "group-not-allowed",
                    "more-staff-than-asked",
                    "two-in-one-module",
                    "lock-kept",
                    "missing-adult",
                    "unplaced-session",
                    "student-without-group",
                    "support-a-day",
                    "support-a-week",
                    "supplementary-alone",
                    "missing-room",
                    "asked-week",
                    "asked-other-week",
                    "asked-twice",
                    "asked-length",
                    "asked-time",
                    "asked-content",
                    "asked-workload",
                    "asked-rooms",
                    "asked-same-holder",
                    "asked-seats",
                    "asked-locks",
                    "asked-within",
                    "asked-participant",
                    "other-participant",
                    "excused-without-reason",
                    "not-excused",
                    "asked-member",
                    "other-member",
                    "member-twice",
                    "empty-group",
                    "unknown-origin",
                    "asked-task",
                    "other-task",
                    "asked-task-date",
                    "asked-task-people",
                    "asked-holder",
                    "fair-hours",
                    "fair-evenings",
                    "fair-weekends",
                    "wishes",
                    "gaps",
                    "wished-company",
                    "even-groups",
                    "mixed-schools",
                    "difference")
            .map(name -> "rule.core." + name)
            .toList();

    private static ResourceBundle bundle(String language) {
        return ResourceBundle.getBundle(
                "dk.grundskema.solver.registry.messages",
                Locale.of(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static Texts texts(String language) {
        return new Texts(Locale.of(language), List.of(bundle(language)), named -> named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"da", "en"})
    void everyRuleHasNameSentenceAndViolationText(String language) {
        assertThat(RULES)
                .flatMap(rule -> List.of(rule + ".name", rule + ".sentence", rule + ".broken"))
                .allMatch(texts(language)::has);
    }

    @Test
    void bothLanguagesHaveTheSameTextsWithTheSameNumberOfPlaceholders() {
        assertThat(bundle("da").keySet()).isEqualTo(bundle("en").keySet());
        assertThat(bundle("da").keySet())
                .allSatisfy(key -> assertThat(placeholders("da", key)).as(key).isEqualTo(placeholders("en", key)));
    }

    private static int placeholders(String language, String key) {
        return new MessageFormat(bundle(language).getString(key)).getFormatsByArgumentIndex().length;
    }

    @ParameterizedTest
    @ValueSource(strings = {"da", "en"})
    void everyTextUsesItsArguments(String language) {
        var arguments = IntStream.range(0, 12).mapToObj(i -> (Object) (i + 2)).toList();
        assertThat(bundle(language).keySet())
                .allSatisfy(key -> assertThat(texts(language).text(key, arguments))
                        .as(key)
                        .isNotBlank()
                        .doesNotContain("{", "}", "''"));
    }

    @Test
    void aBrokenRestReadsAsASentence() {
        var fault = CheckerFixture.hard(
                "core.daily-rest",
                60,
                CheckerFixture.staff("Anna"),
                CheckerFixture.moment("2026-09-07T08:00"),
                CheckerFixture.moment("2026-09-07T22:00"),
                Figure.ofMinutes(45),
                Figure.ofMinutes(660),
                Figure.ofMinutes(615));
        assertThat(texts("da").sentenceOf(fault))
                .isEqualTo(
                        "Anna arbejder fra mandag 7. september 08.00 til mandag 7. september 22.00."
                                + " Inden for 24 timer er der højst 45 min hvile i træk. Der kræves 11 t: der mangler 10 t 15 min.");
        assertThat(texts("en").sentenceOf(fault))
                .isEqualTo(
                        "Anna works from Monday 7 September 08:00 to Monday 7 September 22:00."
                                + " Within 24 hours there are at most 45 min of rest at a stretch. 11 h are required: 10 h 15 min short.");
    }

    @Test
    void oneMinuteIsWrittenInTheSingular() {
        var fault = CheckerFixture.hard(
                "core.person-in-two-places",
                1,
                CheckerFixture.staff("Anna"),
                CheckerFixture.date("2026-09-07"),
                new Figure("Danish"),
                new Figure("lunch"));
        assertThat(texts("da").sentenceOf(fault))
                .isEqualTo(
                        "Anna skal være to steder på én gang mandag 7. september, i Danish og i lunch: 1 minut falder sammen.");
        assertThat(texts("en").sentenceOf(fault))
                .isEqualTo(
                        "Anna would have to be in two places at once on Monday 7 September, in Danish and in lunch: 1 minute coincides.");
    }

    @Test
    void tooManyHoursAreNamedWithTheLimit() {
        var fault = CheckerFixture.hard(
                "core.daily-hours",
                45,
                CheckerFixture.staff("Anna"),
                CheckerFixture.date("2026-09-07"),
                Figure.ofMinutes(645),
                Figure.ofMinutes(600));
        assertThat(texts("da").sentenceOf(fault))
                .isEqualTo("Anna arbejder 10 t 45 min mandag 7. september. Det må højst være 10 t.");
        assertThat(texts("en").sentenceOf(fault))
                .isEqualTo("Anna works 10 h 45 min on Monday 7 September. The most is 10 h.");
    }

    @Test
    void aLongDayAShortRestAndAMissingFreeDateReadAsSentences() {
        var anna = CheckerFixture.staff("Anna");
        var monday = CheckerFixture.date("2026-09-07");
        var longDay =
                CheckerFixture.hard("core.long-day", 45, anna, monday, Figure.ofMinutes(645), Figure.ofMinutes(600));
        var shortRest = CheckerFixture.hard(
                "core.rest-between-dates",
                645,
                anna,
                monday,
                Figure.ofMinutes(15),
                Figure.ofMinutes(660),
                Figure.ofMinutes(645));
        var noDate = CheckerFixture.hard("core.free-dates", 1, anna, CheckerFixture.week("2026-W37"), new Figure(2));

        assertThat(texts("da").sentenceOf(longDay))
                .isEqualTo("Anna er på arbejde i 10 t 45 min mandag 7. september, fra første"
                        + " vagts start til sidste vagts slutning. Det må højst være 10 t: 45 minutter for meget.");
        assertThat(texts("en").sentenceOf(longDay))
                .isEqualTo("Anna is at work for 10 h 45 min on Monday 7 September, from the"
                        + " start of the first duty to the end of the last. The most is 10 h: 45 minutes too much.");
        assertThat(texts("da").sentenceOf(shortRest))
                .isEqualTo("Anna har kun 15 min hvile før første vagt mandag 7. september."
                        + " Der kræves 11 t efter den sidste vagt inden: der mangler 10 t 45 min.");
        assertThat(texts("en").sentenceOf(shortRest))
                .isEqualTo("Anna has only 15 min of rest before the first duty on Monday"
                        + " 7 September. 11 h are required after the last duty before it: 10 h 45 min short.");
        assertThat(texts("da").sentenceOf(noDate))
                .isEqualTo("Anna mangler 1 fridag i uge 2026-W37. Der kræves 2 datoer helt" + " uden arbejde.");
        assertThat(texts("en").sentenceOf(noDate))
                .isEqualTo("Anna lacks 1 free date in week 2026-W37. 2 dates without any" + " work are required.");
    }
}
