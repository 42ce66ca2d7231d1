package dk.grundskema.api.web.app.lists;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page on which a plan is made of files.
 *
 * @param organisation id of the organisation that it will be in
 * @param name         what people call the organisation
 * @param isCamp       whether a camp is to be made; else a school's plan
 * @param typed        what was typed
 * @param years        school years to choose from, such as {@code 2026/27}
 * @param megabytes    how much can be sent at a time
 * @param looked       what came of the files; {@code null} until somebody has sent some
 */
public record NewPlanPage(
        String organisation,
        String name,
        boolean isCamp,
        Typed typed,
        List<String> years,
        int megabytes,
        @Nullable Looked looked) {
    /** Copies the list. */
    public NewPlanPage {
        years = List.copyOf(years);
    }

    /** {@code camp} or {@code school}, as addresses and texts have it. */
    public String kind() {
        return isCamp ? "camp" : "school";
    }

    /**
     * What was typed, as it was typed.
     *
     * @param title       what the plan is to be called
     * @param first       first day of a camp
     * @param last        last day of a camp
     * @param isOvernight whether everybody sleeps at the camp
     * @param by          who decided that students miss lessons
     * @param reason      why
     * @param year        the school year of a school's plan
     */
    public record Typed(
            String title, String first, String last, boolean isOvernight, String by, String reason, String year) {
        /** Nothing of what was typed. */
        @Override
        public String toString() {
            return "a new plan";
        }
    }
}
