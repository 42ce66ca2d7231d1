package dk.grundskema.api.service.change;

import dk.grundskema.api.service.importing.ImportPreviewPage.PreviewAnswer;
import dk.grundskema.api.service.importing.ImportPreviewPage.PreviewQuestion;
import dk.grundskema.api.service.page.PageHead;
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

    /**
     * What was read of files.
     *
     * @param notes     what somebody should know, the worst first
     * @param questions questions without an answer
     * @param answers   answers that were used
     * @param canGoOn   whether the change can be previewed as it is
     * @param digest    changes when something that somebody should look at is added or goes
     */
    public record ReadFiles(
            List<FileNote> notes,
            List<PreviewQuestion> questions,
            List<PreviewAnswer> answers,
            boolean canGoOn,
            String digest) {
        /** Copies the lists. */
        public ReadFiles {
            notes = List.copyOf(notes);
            questions = List.copyOf(questions);
            answers = List.copyOf(answers);
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
}
