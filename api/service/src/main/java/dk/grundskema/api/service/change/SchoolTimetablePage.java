package dk.grundskema.api.service.change;

import dk.grundskema.api.platform.page.PageHead;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page on which a new timetable of the school is put into a plan in use.
 *
 * @param plan      id of the plan
 * @param now       moment of the change
 * @param from      first day of the new timetable; empty means the moment of the change
 * @param first     first day of the plan
 * @param last      last day of the plan
 * @param megabytes size of an upload at most
 * @param read      what was read of the files; {@code null} before they were sent
 */
public record SchoolTimetablePage(
        String plan,
        String now,
        String from,
        LocalDate first,
        LocalDate last,
        int megabytes,
        @Nullable ReadFiles read) {
    /** Returns the head of the page. */
    public PageHead head() {
        return PageHead.ofText("school")
                .withStyle("interventions.css")
                .withStyle("lists.css")
                .withStyle("changes.css");
    }

    /** What the files led to. */
    public enum Outcome {
        /** The change can be previewed; there is something to look at first. */
        LOOK,
        /** The files cannot be used. */
        WRONG_FILES,
        /** The files were not read, or the change is refused. */
        REFUSED
    }

    /**
     * What was read of files.
     *
     * @param outcome   what the files led to
     * @param notes     what somebody should know, the worst first
     * @param questions questions without an answer
     * @param answers   answers that were used
     * @param given     JSON list of the answers given on this page
     * @param digest    changes with everything that somebody should look at
     */
    public record ReadFiles(
            Outcome outcome,
            List<FileNote> notes,
            List<AskedQuestion> questions,
            List<UsedAnswer> answers,
            String given,
            String digest) {
        /** Copies the lists. */
        public ReadFiles {
            notes = List.copyOf(notes);
            questions = List.copyOf(questions);
            answers = List.copyOf(answers);
        }

        /** Returns whether the change can be previewed as it is. */
        public boolean canGoOn() {
            return outcome == Outcome.LOOK;
        }

        /** Returns whether there is something to look at, besides notes. */
        boolean hasSomethingToLookAt() {
            return !questions.isEmpty()
                    || notes.stream().anyMatch(one -> !one.severity().equals("INFO"));
        }
    }

    /**
     * Something that somebody should know.
     *
     * @param severity how bad it is
     * @param text     what it says
     * @param place    where it is in the files; empty if it is about the whole
     */
    public record FileNote(String severity, String text, String place) {}

    /**
     * A question about the files.
     *
     * @param text    the question
     * @param choices its possible answers; the first is none
     */
    public record AskedQuestion(String text, List<AnswerChoice> choices) {
        /** Copies the list. */
        public AskedQuestion {
            choices = List.copyOf(choices);
        }
    }

    /**
     * A possible answer.
     *
     * @param json what the page sends; empty means no answer
     * @param text the answer in words
     */
    public record AnswerChoice(String json, String text) {}

    /**
     * An answer that was used.
     *
     * @param text   question and answer in words
     * @param forget what the page sends to be asked again
     */
    public record UsedAnswer(String text, String forget) {}
}
