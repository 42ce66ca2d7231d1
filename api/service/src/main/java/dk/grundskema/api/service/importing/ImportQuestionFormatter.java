package dk.grundskema.api.service.importing;

import dk.grundskema.api.imports.mappingfile.LessonKey;
import dk.grundskema.api.imports.mappingfile.ListHeading;
import dk.grundskema.api.imports.source.ColumnLook;
import dk.grundskema.api.imports.source.ImportQuestion;
import dk.grundskema.api.service.importing.ImportPreviewPage.PreviewAnswer;
import dk.grundskema.api.service.importing.ImportPreviewPage.PreviewChoice;
import dk.grundskema.api.service.importing.ImportPreviewPage.PreviewQuestion;
import dk.grundskema.api.service.importing.ImportPreviewPage.PreviewQuestions;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.place.RoomKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Words the questions of an import, their possible answers, and the answers that were used. */
final class ImportQuestionFormatter {
    /** Prefix of each value that a choice sends, so that an empty meaning differs from no answer. */
    private static final String PREFIX = "=";

    private final Texts texts;

    ImportQuestionFormatter(Texts texts) {
        this.texts = texts;
    }

    /** @param isCamp whether a camp is planned; it has no lessons, so that subjects are not asked about */
    PreviewQuestions format(List<ImportQuestion> questions, List<ImportAnswer> answers, boolean isCamp) {
        Map<Boolean, List<PreviewQuestion>> byRoomKind = questions.stream()
                .filter(one -> !isCamp || one.kind() != ImportQuestion.Kind.SUBJECT)
                .collect(Collectors.partitioningBy(
                        one -> one.kind() == ImportQuestion.Kind.ROOM_KIND,
                        Collectors.mapping(this::question, Collectors.toList())));
        return new PreviewQuestions(
                byRoomKind.getOrDefault(false, List.of()).stream().distinct().toList(),
                byRoomKind.getOrDefault(true, List.of()),
                answers.stream().map(this::answer).toList());
    }

    private PreviewQuestion question(ImportQuestion question) {
        boolean isRoomKind = question.kind() == ImportQuestion.Kind.ROOM_KIND;
        var choices = new ArrayList<PreviewChoice>();
        if (!isRoomKind) {
            choices.add(new PreviewChoice("", texts.text("import.question.unanswered"), true));
        }
        for (String meaning : question.meanings()) {
            boolean isLikely = meaning.equals(question.likely());
            String text = meaning(question.kind(), question.word(), meaning);
            choices.add(new PreviewChoice(
                    PREFIX + meaning,
                    isLikely && !isRoomKind ? texts.text("import.question.likely", text) : text,
                    isLikely && isRoomKind));
        }
        String place = question.place().where().isEmpty()
                ? question.place().file()
                : question.place().file() + " · " + question.place().where();
        return new PreviewQuestion(question.kind().name(), question.word(), text(question), place, choices);
    }

    private String text(ImportQuestion question) {
        String key = key(question.kind());
        ColumnLook look = question.look();
        String word = word(question.kind(), question.word());
        if (look == null) {
            return texts.text(key, word);
        }
        return look.taken().isEmpty()
                ? texts.text(key + ".looks", word, look.phrase())
                : texts.text(key + ".taken", word, look.phrase(), look.taken());
    }

    private PreviewAnswer answer(ImportAnswer answer) {
        return new PreviewAnswer(
                answer.kind().name(),
                answer.word(),
                answer.meaning(),
                texts.text(
                        "import.question.answer",
                        texts.text(key(answer.kind()), word(answer.kind(), answer.word())),
                        meaning(answer.kind(), answer.word(), answer.meaning())));
    }

    private static String key(ImportQuestion.Kind kind) {
        return "import.question." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String meaning(ImportQuestion.Kind kind, String word, String meaning) {
        if (kind == ImportQuestion.Kind.ROOM_KIND || (kind == ImportQuestion.Kind.ROOM_USE && !meaning.equals(word))) {
            return RoomKind.of(meaning)
                    .map(one -> texts.text("enum." + one.name()))
                    .orElse(meaning);
        }
        if (kind == ImportQuestion.Kind.HEADING) {
            return meaning.isEmpty() ? texts.text(key(kind) + ".unread") : meaning;
        }
        if (meaning.equals(word)) {
            return texts.text(key(kind) + ".own");
        }
        boolean isSeveral = kind == ImportQuestion.Kind.SUBJECT && meaning.contains(", ");
        return texts.text(key(kind) + (isSeveral ? ".several" : ".same"), word(kind, meaning));
    }

    /** Returns a word as people read it: a heading as its list has it, a lesson with its weekday in their language. */
    private String word(ImportQuestion.Kind kind, String word) {
        Optional<String> read = switch (kind) {
            case HEADING -> ListHeading.parse(word).map(ListHeading::heading);
            case PLAN_LESSON -> LessonKey.parse(word).map(this::lesson);
            default -> Optional.empty();
        };
        return read.orElse(word);
    }

    private String lesson(LessonKey lesson) {
        String key = "import.question.lesson"
                + (lesson.classes().isEmpty() ? ".without-class" : "")
                + (lesson.teachers().isEmpty() ? "" : ".with");
        return texts.text(key, lesson.weekday(), lesson.start(), lesson.subject(), lesson.classes(), lesson.teachers());
    }
}
