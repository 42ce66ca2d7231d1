package dk.grundskema.api.service.timetable;

import dk.grundskema.api.platform.page.PageHead;
import java.util.List;

/**
 * Model of the page from which files for other programs are downloaded.
 *
 * @param plan    id of the plan
 * @param isPlanned whether there is a timetable; otherwise the files have the school's existing lessons
 * @param classes classes and groups to choose from
 * @param staff   staff to choose from
 * @param query   query of the addresses of files: the chosen part of the plan
 * @param formats the formats
 */
public record ExportsPage(
        String plan,
        boolean isPlanned,
        List<Choice> classes,
        List<Choice> staff,
        String query,
        List<FormatFiles> formats) {
    /** Copies the lists. */
    public ExportsPage {
        classes = List.copyOf(classes);
        staff = List.copyOf(staff);
        formats = List.copyOf(formats);
    }

    /**
     * A class or a person.
     *
     * @param id       its id
     * @param name     its name
     * @param isChosen whether only its meetings are exported
     */
    public record Choice(String id, String name, boolean isChosen) {}

    /**
     * Files of a format.
     *
     * @param word   name of the format in addresses
     * @param losses what the files cannot express, in sentences; empty means nothing
     */
    public record FormatFiles(String word, List<String> losses) {
        /** Copies the list. */
        public FormatFiles {
            losses = List.copyOf(losses);
        }
    }

    /** Returns the head of the page. */
    public PageHead head() {
        return PageHead.ofText("exports");
    }

    /** Returns the address of the files of a format. */
    public String address(FormatFiles files) {
        return "/api/v1/plans/" + plan + "/exports/" + files.word() + query;
    }
}
