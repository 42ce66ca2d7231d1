package dk.grundskema.solver.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.Breakdown;
import dk.grundskema.domain.fidelity.Breakdown.Line;
import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.fidelity.Origin;
import dk.grundskema.domain.fidelity.Phrase;
import dk.grundskema.domain.fidelity.Place;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.timetable.Timetable;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What a plugin's fidelity reports must keep.
 *
 * @param prefix    how the plugin's codes begin, the dot included
 * @param languages all texts, language by language
 * @param names     names of people, which arguments must not be
 */
record FidelityContract(String prefix, List<Texts> languages, Set<String> names) {
    /** Asks twice about one timetable, and looks at the answer. */
    void holdsFor(Asked<?> asked, Timetable timetable) {
        FidelityReport report = asked.assess(timetable);
        assertThat(asked.assess(timetable)).isEqualTo(report);
        assertThat(report.interventionId()).isEqualTo(asked.intervention().id());
        assertThat(report.asks()).extracting(Ask::code).doesNotHaveDuplicates();
        report.asks().forEach(this::isSayable);
        report.breakdowns().forEach(this::isSayable);
    }

    private void isSayable(Breakdown breakdown) {
        says(breakdown.title(), List.of());
        says(breakdown.of(), List.of());
        breakdown.columns().forEach(column -> says(column.heading(), List.of()));
        for (Line line : breakdown.lines()) {
            line.cells().forEach(this::isSayable);
            line.notes().forEach(this::isSayable);
        }
    }

    private void isSayable(Phrase phrase) {
        if (!phrase.code().isEmpty()) {
            assertThat(phrase.code()).startsWith(prefix);
            phrase.arguments().forEach(this::isSayable);
            says(
                    phrase.code(),
                    phrase.arguments().stream()
                            .map(argument -> argument instanceof Phrase inner ? inner.code() : argument)
                            .toList());
            hasNoNames(phrase.arguments());
        }
    }

    private void isSayable(Object argument) {
        switch (argument) {
            case Phrase phrase -> isSayable(phrase);
            case Collection<?> many -> many.forEach(each -> isSayable((Object) each));
            default -> {
                // numbers, ids and times are what they are
            }
        }
    }

    private void isSayable(Ask ask) {
        assertThat(ask.code()).matches(prefix.replace(".", "\\.") + "ask\\.[a-z][a-z0-9]*(-[a-z0-9]+)*");
        says(ask.code(), List.of());
        says(ask.code() + ".sentence", ask.arguments());
        if (ask.origin().kind() == Origin.Kind.PARTLY_OURS) {
            says(ask.code() + ".ours", ask.arguments());
        }
        says("unit." + ask.unit(), List.of(ask.given()));
        if (ask.origin().document() != null) {
            says(ask.origin().document(), List.of());
            says(ask.origin().document() + ".name", List.of());
        }
        if (ask.origin().chapter() != null) {
            says(ask.origin().chapter(), List.of());
        }
        hasNoNames(ask.arguments());
        ask.places().forEach(place -> isSayable(ask, place));
    }

    private void isSayable(Ask ask, Place place) {
        assertThat(place.why().code()).startsWith(prefix);
        says(place.why().code(), place.why().arguments());
        hasNoNames(place.why().arguments());
        hasNoNames(place.where());
        for (Texts texts : languages) {
            if (texts.has(ask.code() + ".at")) {
                isWhole(texts.text(ask.code() + ".at", place.where()), ask.code() + ".at");
            }
        }
    }

    private void says(String key, List<Object> arguments) {
        for (Texts texts : languages) {
            assertThat(texts.has(key)).as("%s in %s", key, texts.locale()).isTrue();
            isWhole(texts.text(key, arguments), key);
        }
    }

    private static void isWhole(String text, String key) {
        assertThat(text).as(key).isNotBlank().doesNotContainPattern("\\{\\d").doesNotContain("null");
    }

    private void hasNoNames(List<Object> arguments) {
        assertThat(arguments)
                .as("ids were expected, names are put in their place for those who may see them")
                .noneMatch(argument -> argument instanceof String text && names.contains(text));
    }
}
