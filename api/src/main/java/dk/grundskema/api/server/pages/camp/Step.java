package dk.grundskema.api.server.pages.camp;

import dk.grundskema.api.web.app.PlanBar;
import dk.grundskema.api.web.app.Visitor;
import dk.grundskema.api.web.app.camp.CampPages;
import dk.grundskema.api.web.app.camp.CampStep;
import dk.grundskema.api.web.app.camp.Guide;
import dk.grundskema.domain.finding.Finding;
import java.util.List;
import java.util.Optional;

/** What a step of the guide has fields for. */
interface Step {
    /** Which step it is. */
    CampStep which();

    /** Beginnings of pointers to what it has fields for. */
    List<String> places();

    /** The camp as it stands, for the step's form. */
    Typed standing(Camp camp);

    /** The camp with what was typed into the step's form. */
    Typed typed(Camp camp, Sent sent);

    /** The camp with what was typed and a row more or less, if that is what was asked for; then nothing is saved. */
    default Optional<Typed> changed(Camp camp, Sent sent) {
        return Optional.empty();
    }

    /** How the step stands, in few words. */
    String said(Camp camp);

    /** Whether the camp says anything of its own of what the step is about; if it doesn't, what is usual holds. */
    default boolean isBegun(Camp camp) {
        return true;
    }

    /** What is on the step's page; asked for twice, first to learn which fields there are. */
    Drawn page(Camp camp, Typed typed, Beside beside);

    /** A step's page. */
    interface Drawn {
        /** The page in a language. */
        String draw(CampPages pages, Visitor visitor, PlanBar bar, Guide guide);
    }

    /** Where what is said of a place is shown, if that isn't the place itself. */
    default String at(String pointer) {
        return pointer;
    }

    /** What is wrong with what was typed, in the step's own words where files would say it otherwise. */
    default Finding wrong(Typed typed, Finding finding) {
        return finding;
    }

    /** Whether the step has a field for what a pointer leads to. */
    default boolean has(String pointer) {
        return places().stream().anyMatch(one -> pointer.equals(one) || pointer.startsWith(one + "/"));
    }
}
