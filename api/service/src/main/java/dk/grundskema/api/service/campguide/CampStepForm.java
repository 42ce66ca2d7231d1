package dk.grundskema.api.service.campguide;

import dk.grundskema.api.service.plan.problem.CampStep;
import dk.grundskema.api.service.rules.FieldErrors;
import dk.grundskema.api.service.rules.SubmittedForm;
import dk.grundskema.domain.finding.Finding;
import java.util.List;
import java.util.Optional;

/** A step of the camp guide: reads its part of the camp from a form, shows it, and knows which pointers it covers. */
interface CampStepForm {
    /** Returns the step. */
    CampStep step();

    /** Returns prefixes of the pointers that it covers. */
    List<String> pointers();

    /** Returns the form with the stored camp. */
    CampForm currentForm(EditedCamp camp);

    /** Returns the form with submitted input. */
    CampForm readForm(EditedCamp camp, SubmittedForm submitted);

    /** Returns the form with a row added or removed if the request asks for that; nothing is saved then. Empty otherwise. */
    default Optional<CampForm> readRowChange(EditedCamp camp, SubmittedForm submitted) {
        return Optional.empty();
    }

    /** Returns a short summary of the step. */
    String summary(EditedCamp camp);

    /** Returns whether the camp specifies anything of this step; otherwise defaults apply. */
    default boolean isBegun(EditedCamp camp) {
        return true;
    }

    /** Builds the page of the step for its template; called twice, first to find out which fields exist. */
    Record buildPage(EditedCamp camp, CampForm typed, FieldErrors fieldErrors);

    /** Returns the pointer where messages about another pointer are shown; by default the same pointer. */
    default String displayPointer(String pointer) {
        return pointer;
    }

    /** Rewords a finding for the step if its default wording refers to files. */
    default Finding reword(CampForm typed, Finding finding) {
        return finding;
    }

    /** Returns whether the step has a field for a pointer. */
    default boolean covers(String pointer) {
        return pointers().stream().anyMatch(one -> pointer.equals(one) || pointer.startsWith(one + "/"));
    }
}
