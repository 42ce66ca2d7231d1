package dk.grundskema.api.service.overview;

import dk.grundskema.api.platform.page.PageHead;
import java.util.List;

/**
 * Model of the page that makes a plan of the next school year or camp.
 *
 * @param plan              id of the present plan
 * @param schoolYear        submitted school year; empty means the next one, unless there is a first day
 * @param firstDay          submitted first day of a camp; empty if none
 * @param title             submitted title; empty means that of the present plan
 * @param schoolYearTrouble error of the school year; empty if none
 * @param firstDayTrouble   error of the first day; empty if none
 * @param titleTrouble      error of the title; empty if none
 * @param trouble           reasons why no plan can be made, apart from the fields
 * @param differences       what differs from the present plan; empty before the preview
 * @param left              what should be mended in the new plan
 * @param seen              digest of what the preview shows; empty if no plan can be made of it
 */
public record NextTermPage(
        String plan,
        String schoolYear,
        String firstDay,
        String title,
        String schoolYearTrouble,
        String firstDayTrouble,
        String titleTrouble,
        List<String> trouble,
        List<String> differences,
        List<String> left,
        String seen) {
    /** Copies the lists. */
    public NextTermPage {
        trouble = List.copyOf(trouble);
        differences = List.copyOf(differences);
        left = List.copyOf(left);
    }

    /** Returns the head of the page. */
    public PageHead head() {
        return PageHead.ofText("next-term").withStyle("interventions.css").withStyle("lists.css");
    }
}
