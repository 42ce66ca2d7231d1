package dk.grundskema.api.service.campguide;

import dk.grundskema.api.platform.page.AddressEncoder;
import dk.grundskema.api.platform.page.PageHead;
import dk.grundskema.api.service.plan.problem.CampStep;
import dk.grundskema.api.service.plan.problem.PlanAddresses;
import java.util.List;

/**
 * Model of the frame around each step.
 *
 * @param plan    id of the plan
 * @param version plan version that the visitor has seen
 * @param camp    id of the camp
 * @param others  camps of the plan; empty if there is only one
 * @param steps   states of the steps
 * @param shown   current step
 * @param isSaved whether the input was just saved
 * @param trouble reasons why saving failed
 */
public record CampGuideView(
        String plan,
        long version,
        String camp,
        List<CampOption> others,
        List<StepSummary> steps,
        CampStep shown,
        boolean isSaved,
        SaveProblems trouble) {
    /** Copies the lists. */
    public CampGuideView {
        others = List.copyOf(others);
        steps = List.copyOf(steps);
    }

    /** Returns the head of the page. */
    public PageHead head() {
        PageHead head = PageHead.ofText("step." + shown.word())
                .withStyle("interventions.css")
                .withStyle("rules.css")
                .withStyle("camp.css");
        return shown == CampStep.DAYS ? head.withScript("days.js").withFullWidth() : head;
    }

    /**
     * A camp of the plan.
     *
     * @param id    id
     * @param title display name
     */
    public record CampOption(String id, String title) {}

    /** State of a step. */
    public enum StepState {
        /** The camp does not specify anything for it yet. */
        OPEN,
        /** There are warnings or errors. */
        LOOK,
        /** Complete. */
        DONE
    }

    /**
     * State of a step.
     *
     * @param step  the step
     * @param state its state
     * @param said  short summary
     */
    public record StepSummary(CampStep step, StepState state, String said) {}

    /**
     * Reasons why input was not saved.
     *
     * @param wrong             number of invalid fields on the page
     * @param sentences         errors of the camp or plan as a whole
     * @param elsewhere         errors in other steps
     * @param concurrentChanges changes by others since the page was loaded
     */
    public record SaveProblems(
            int wrong, List<String> sentences, List<OtherStepProblem> elsewhere, List<String> concurrentChanges) {
        /** No problems. */
        public static final SaveProblems NONE = new SaveProblems(0, List.of(), List.of(), List.of());

        /** Copies the lists. */
        public SaveProblems {
            sentences = List.copyOf(sentences);
            elsewhere = List.copyOf(elsewhere);
            concurrentChanges = List.copyOf(concurrentChanges);
        }

        /** Returns whether there are any problems. */
        public boolean isAny() {
            return wrong > 0 || !sentences.isEmpty() || !elsewhere.isEmpty() || !concurrentChanges.isEmpty();
        }
    }

    /**
     * Error in another step.
     *
     * @param step the step
     * @param text message
     */
    public record OtherStepProblem(CampStep step, String text) {}

    /** Returns the address of a step. */
    public String address(CampStep step) {
        return PlanAddresses.campStep(plan, step, others.isEmpty() ? "" : camp);
    }

    /** Returns the address to which a spreadsheet with the base timetable is sent. */
    public String sheetAddress() {
        return "/plans/%s/camp/days/sheet?of=%s".formatted(plan, AddressEncoder.encode(camp));
    }

    /** Returns the address of the step for another camp. */
    public String address(CampOption other) {
        return "/plans/%s/camp/%s?of=%s".formatted(plan, shown.word(), AddressEncoder.encode(other.id()));
    }

    /** Returns the address of the full form of the camp. */
    public String fullFormAddress() {
        return "/plans/%s/interventions/%s".formatted(plan, AddressEncoder.encode(camp));
    }
}
