package dk.grundskema.api.service.importing;

import dk.grundskema.api.platform.page.PageHead;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page on which a plan is created from files.
 *
 * @param organisation id of the organisation
 * @param name         name of the organisation
 * @param isCamp       whether a camp is planned; else a school
 * @param entries      typed values
 * @param earlierCamps camps of the organisation that can be the template of a camp, the latest first; empty for a school
 * @param years        school years to choose from, such as {@code 2026/27}
 * @param megabytes    maximum size of an upload
 * @param preview      result of the files; {@code null} until files were sent
 */
public record NewPlanPage(
        String organisation,
        String name,
        boolean isCamp,
        NewPlanEntries entries,
        List<EarlierCamp> earlierCamps,
        List<String> years,
        int megabytes,
        @Nullable ImportPreviewPage preview) {
    /** Copies the lists. */
    public NewPlanPage {
        earlierCamps = List.copyOf(earlierCamps);
        years = List.copyOf(years);
    }

    /** Returns the head of the page. */
    public PageHead head() {
        return PageHead.ofText("new." + kind())
                .withStyle("lists.css")
                .withScript("new-plan.js")
                .withFullWidth();
    }

    /** Returns {@code camp} or {@code school}, as used in addresses and text keys. */
    public String kind() {
        return isCamp ? "camp" : "school";
    }

    /**
     * A camp that can be the template of a new one.
     *
     * @param plan  id of its plan
     * @param title title of its plan
     */
    public record EarlierCamp(String plan, String title) {}

    /**
     * The typed values.
     *
     * @param title       title of the plan
     * @param first       first day of a camp
     * @param last        last day of a camp
     * @param isOvernight whether everybody sleeps at the camp
     * @param like        id of the plan whose camp is the template; empty means none
     * @param by          decision-maker for students missing lessons
     * @param reason      reason of that decision
     * @param year        school year of a school's plan
     */
    public record NewPlanEntries(
            String title,
            String first,
            String last,
            boolean isOvernight,
            String like,
            String by,
            String reason,
            String year) {
        /** Contains no typed values. */
        @Override
        public String toString() {
            return "a new plan";
        }
    }
}
