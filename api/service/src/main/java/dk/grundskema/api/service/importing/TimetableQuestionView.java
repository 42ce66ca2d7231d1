package dk.grundskema.api.service.importing;

import dk.grundskema.api.imports.source.ImportQuestion;
import dk.grundskema.domain.finding.Texts;
import java.util.List;

/**
 * A question about the files of a new timetable.
 *
 * @param field   object of the mapping file that an answer is an entry of, as a JSON pointer, such as {@code /inPlan/staff}
 * @param word    key of the entry: a name in the files, or a lesson
 * @param text    the question in words
 * @param choices possible values of the entry; without an answer, what the plan does not have is new
 */
public record TimetableQuestionView(String field, String word, String text, List<TimetableChoiceView> choices) {
    /** Copies the list. */
    public TimetableQuestionView {
        choices = List.copyOf(choices);
    }

    /**
     * A possible answer.
     *
     * @param meaning value of the entry
     * @param text    the answer in words
     */
    public record TimetableChoiceView(String meaning, String text) {}

    /** Returns views of questions, in the words of texts. */
    public static List<TimetableQuestionView> of(List<ImportQuestion> questions, Texts texts) {
        return new ImportQuestionFormatter(texts)
                .format(questions, List.of(), false).open().stream()
                        .map(one -> new TimetableQuestionView(
                                ImportAnswer.mappingPointer(ImportQuestion.Kind.valueOf(one.kind())),
                                one.word(),
                                one.text(),
                                one.choices().stream()
                                        .filter(choice -> !choice.value().isEmpty())
                                        .map(choice -> new TimetableChoiceView(
                                                choice.value().substring(1), choice.text()))
                                        .toList()))
                        .toList();
    }
}
