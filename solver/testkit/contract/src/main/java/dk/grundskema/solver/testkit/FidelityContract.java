package dk.grundskema.solver.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.AskOrigin;
import dk.grundskema.domain.fidelity.Breakdown;
import dk.grundskema.domain.fidelity.Breakdown.Line;
import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.fidelity.Phrase;
import dk.grundskema.domain.fidelity.Shortfall;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.timetable.Timetable;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Verifies a plugin's fidelity reports.
 *
 * @param prefix    prefix of the plugin's codes, including the dot
 * @param languages all texts, one entry per language
 * @param names     names of people, which must not occur in arguments
 */
record FidelityContract(String prefix, List<Texts> languages, Set<String> names) {
    /** Requests two reports on one timetable, compares them and verifies the result. */
    void verify(PluginQuery<?> asked, Timetable timetable) {
        FidelityReport report = asked.assess(timetable);
        assertThat(asked.assess(timetable)).isEqualTo(report);
        assertThat(report.interventionId()).isEqualTo(asked.intervention().id());
        assertThat(report.asks()).extracting(Ask::code).doesNotHaveDuplicates();
        report.asks().forEach(this::assertTexts);
        report.breakdowns().forEach(this::assertTexts);
    }

    private void assertTexts(Breakdown breakdown) {
        assertText(breakdown.title(), List.of());
        assertText(breakdown.of(), List.of());
        breakdown.columns().forEach(column -> assertText(column.heading(), List.of()));
        for (Line line : breakdown.lines()) {
            line.cells().forEach(this::assertTexts);
            line.notes().forEach(this::assertTexts);
        }
    }

    private void assertTexts(Phrase phrase) {
        if (!phrase.code().isEmpty()) {
            assertThat(phrase.code()).startsWith(prefix);
            phrase.arguments().forEach(this::assertTexts);
            assertText(
                    phrase.code(),
                    phrase.arguments().stream()
                            .map(argument -> argument instanceof Phrase inner ? inner.code() : argument)
                            .toList());
            assertNoNames(phrase.arguments());
        }
    }

    private void assertTexts(Object argument) {
        switch (argument) {
            case Phrase phrase -> assertTexts(phrase);
            case Collection<?> many -> many.forEach(each -> assertTexts((Object) each));
            default -> {
                // numbers, ids and times need no check
            }
        }
    }

    private void assertTexts(Ask ask) {
        assertThat(ask.code()).matches(prefix.replace(".", "\\.") + "ask\\.[a-z][a-z0-9]*(-[a-z0-9]+)*");
        assertText(ask.code(), List.of());
        assertText(ask.code() + ".sentence", ask.arguments());
        if (ask.origin().kind() == AskOrigin.Kind.PARTLY_OURS) {
            assertText(ask.code() + ".ours", ask.arguments());
        }
        assertText("unit." + ask.unit(), List.of(ask.given()));
        if (ask.origin().document() != null) {
            assertText(ask.origin().document(), List.of());
            assertText(ask.origin().document() + ".name", List.of());
        }
        if (ask.origin().chapter() != null) {
            assertText(ask.origin().chapter(), List.of());
        }
        assertNoNames(ask.arguments());
        ask.places().forEach(place -> assertTexts(ask, place));
    }

    private void assertTexts(Ask ask, Shortfall place) {
        assertThat(place.why().code()).startsWith(prefix);
        assertText(place.why().code(), place.why().arguments());
        assertNoNames(place.why().arguments());
        assertNoNames(place.where());
        for (Texts texts : languages) {
            if (texts.has(ask.code() + ".at")) {
                assertComplete(texts.text(ask.code() + ".at", place.where()), ask.code() + ".at");
            }
        }
    }

    private void assertText(String key, List<Object> arguments) {
        for (Texts texts : languages) {
            assertThat(texts.has(key)).as("%s in %s", key, texts.locale()).isTrue();
            assertComplete(texts.text(key, arguments), key);
        }
    }

    private static void assertComplete(String text, String key) {
        assertThat(text).as(key).isNotBlank().doesNotContainPattern("\\{\\d").doesNotContain("null");
    }

    private void assertNoNames(List<Object> arguments) {
        assertThat(arguments)
                .as("ids were expected, names are put in their place for those who may see them")
                .noneMatch(argument -> argument instanceof String text && names.contains(text));
    }
}
