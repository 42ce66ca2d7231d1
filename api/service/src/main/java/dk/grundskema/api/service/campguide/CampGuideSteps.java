package dk.grundskema.api.service.campguide;

import dk.grundskema.api.platform.http.ProblemDetails;
import dk.grundskema.api.platform.http.ProblemDetails.FindingView;
import dk.grundskema.api.platform.page.ErrorMessages;
import dk.grundskema.api.service.campguide.CampGuideView.OtherStepProblem;
import dk.grundskema.api.service.campguide.CampGuideView.SaveProblems;
import dk.grundskema.api.service.campguide.CampGuideView.StepState;
import dk.grundskema.api.service.plan.problem.CampInterventions;
import dk.grundskema.api.service.plan.problem.CampStep;
import dk.grundskema.api.service.plan.problem.CampStepLocator;
import dk.grundskema.api.service.plan.problem.ProblemPartEditor;
import dk.grundskema.api.service.rules.FieldErrors;
import dk.grundskema.domain.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The steps of the camp guide and their states. Each step is a {@link CampStepForm} that owns some pointers of the camp; findings are
 * assigned to the step that covers their pointer. A page is built twice: first to learn its fields, then with the messages beside them.
 */
@Component
class CampGuideSteps implements CampStepLocator {
    private final List<CampStepForm> steps;
    private final ErrorMessages errorMessages;

    CampGuideSteps(List<CampStepForm> steps, ErrorMessages errorMessages) {
        this.steps = List.copyOf(steps);
        this.errorMessages = errorMessages;
    }

    /**
     * Page of a step.
     *
     * @param guide frame of the guide
     * @param page  page of the step, for its template
     */
    record StepPage(CampGuideView guide, Record page) {}

    /** Returns the form of a step. */
    CampStepForm find(CampStep which) {
        return steps.stream().filter(one -> one.step() == which).findFirst().orElseThrow();
    }

    @Override
    public Optional<CampStep> findStep(String pointer) {
        return steps.stream().filter(one -> one.covers(pointer)).findFirst().map(CampStepForm::step);
    }

    /** Returns the first step that is not done; if all are done, the first step. */
    CampStep firstOpenStep(EditedCamp camp, List<FindingView> known) {
        return steps.stream()
                .filter(one -> state(one, camp, known) != StepState.DONE)
                .findFirst()
                .orElse(steps.getFirst())
                .step();
    }

    private static StepState state(CampStepForm step, EditedCamp camp, List<FindingView> known) {
        if (!step.isBegun(camp)) {
            return StepState.OPEN;
        }
        boolean isDoubtful =
                known.stream().anyMatch(one -> one.severity() != Severity.INFO && step.covers(one.pointer()));
        return isDoubtful ? StepState.LOOK : StepState.DONE;
    }

    /** Returns the guide frame of a step without messages. */
    CampGuideView buildGuide(EditedCamp camp, CampStep shown) {
        return buildGuide(camp, camp.plan().version(), shown, List.of(), false, SaveProblems.NONE);
    }

    private CampGuideView buildGuide(
            EditedCamp camp,
            long version,
            CampStep shown,
            List<FindingView> known,
            boolean isSaved,
            SaveProblems trouble) {
        var camps = CampInterventions.findAll(camp.problem());
        return new CampGuideView(
                camp.plan().id().value(),
                version,
                camp.id(),
                camps.size() < 2
                        ? List.of()
                        : camps.stream()
                                .map(one ->
                                        new CampGuideView.CampOption(one.id().value(), one.title()))
                                .toList(),
                steps.stream()
                        .map(one ->
                                new CampGuideView.StepSummary(one.step(), state(one, camp, known), one.summary(camp)))
                        .toList(),
                shown,
                isSaved,
                trouble);
    }

    /** Returns a step with the stored camp. */
    StepPage currentPage(CampStepForm step, EditedCamp camp, List<FindingView> known, boolean isSaved) {
        CampForm standing = step.currentForm(camp);
        FieldErrors fields = FieldErrors.empty();
        step.buildPage(camp, standing, fields);
        List<FindingView> own = known.stream()
                .filter(one -> step.covers(one.pointer()))
                .map(one -> atDisplayPointer(one, step))
                .toList();
        return new StepPage(
                buildGuide(camp, camp.plan().version(), step.step(), known, isSaved, SaveProblems.NONE),
                step.buildPage(camp, standing, fields.withMessages(own)));
    }

    /**
     * Returns a step with unsaved input; input is checked only on saving.
     *
     * @param version plan version that the user has seen
     */
    StepPage unsavedPage(CampStepForm step, EditedCamp camp, long version, CampForm typed, List<FindingView> known) {
        return new StepPage(
                buildGuide(camp, version, step.step(), known, false, SaveProblems.NONE),
                step.buildPage(camp, typed, FieldErrors.empty()));
    }

    /**
     * Returns a step with unsaved input that was read from a file.
     *
     * @param messages messages about the input, with pointers to its fields
     */
    StepPage readPage(
            CampStepForm step, EditedCamp camp, CampForm read, List<FindingView> known, List<FindingView> messages) {
        FieldErrors fields = FieldErrors.empty();
        step.buildPage(camp, read, fields);
        return new StepPage(
                buildGuide(camp, camp.plan().version(), step.step(), known, false, SaveProblems.NONE),
                step.buildPage(camp, read, fields.withMessages(messages)));
    }

    /**
     * Returns a step with input that could not be saved, and the reasons.
     *
     * @param version plan version that the user has seen
     */
    StepPage refusedPage(
            CampStepForm step,
            EditedCamp camp,
            long version,
            CampForm typed,
            List<FindingView> known,
            ProblemDetails problem) {
        FieldErrors fields = FieldErrors.empty();
        step.buildPage(camp, typed, fields);
        FieldErrors said = fields.withMessages(problem.findings().stream()
                .map(one -> atDisplayPointer(one, step))
                .toList());
        var sentences = new ArrayList<String>();
        var elsewhere = new ArrayList<OtherStepProblem>();
        for (FindingView one : said.unassigned()) {
            findStep(one.pointer())
                    .ifPresentOrElse(
                            other -> elsewhere.add(new OtherStepProblem(other, one.text())),
                            () -> sentences.add(one.text()));
        }
        var trouble =
                new SaveProblems(said.countErrors(), sentences, elsewhere, errorMessages.describeChanges(problem));
        return new StepPage(
                buildGuide(camp, version, step.step(), known, false, trouble), step.buildPage(camp, typed, said));
    }

    private static FindingView atDisplayPointer(FindingView one, CampStepForm step) {
        String pointer = one.pointer().startsWith(ProblemPartEditor.PROBLEM_POINTER)
                ? one.pointer().substring(ProblemPartEditor.PROBLEM_POINTER.length())
                : one.pointer();
        return new FindingView(one.code(), one.severity(), step.displayPointer(pointer), one.text());
    }
}
