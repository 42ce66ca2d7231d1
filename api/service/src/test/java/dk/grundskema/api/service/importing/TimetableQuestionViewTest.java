package dk.grundskema.api.service.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.imports.ImportTexts;
import dk.grundskema.api.imports.source.ImportQuestion;
import dk.grundskema.api.imports.source.SourceLocation;
import dk.grundskema.domain.finding.Texts;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TimetableQuestionViewTest {
    private static final Locale DANISH = Locale.of("da");
    private static final Texts TEXTS =
            Texts.of(DANISH, ImportTexts.bundles(DANISH).getFirst());

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            1A MONDAY 08:00 MAT (Ann Berg);           MAT, mandag 08.00, 1A, med Ann Berg er
            1A MONDAY 08:00 MAT;                      MAT, mandag 08.00, 1A er
            MONDAY 08:00 MAT (Ann Berg);              MAT, mandag 08.00, med Ann Berg er
            MONDAY 08:00 MAT;                         MAT, mandag 08.00 er
            1A MONDAY 08:00 FIL (hold 1) (Bo Holm);   FIL (hold 1), mandag 08.00, 1A, med Bo Holm er
            """)
    void aLessonIsNamedByWhatItHas(String word, String text) {
        var question = new ImportQuestion(
                ImportQuestion.Kind.PLAN_LESSON,
                word,
                new SourceLocation("", ""),
                List.of(word, "1A MONDAY 09:00 DAN"),
                null);

        TimetableQuestionView view =
                TimetableQuestionView.of(List.of(question), TEXTS).getFirst();

        assertThat(view.field()).isEqualTo("/inPlan/lessons");
        assertThat(view.text()).isEqualTo(text);
    }
}
