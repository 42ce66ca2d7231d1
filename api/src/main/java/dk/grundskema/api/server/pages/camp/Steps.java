package dk.grundskema.api.server.pages.camp;

import dk.grundskema.api.server.pages.CampPlaces;
import dk.grundskema.api.server.pages.CampPlans;
import dk.grundskema.api.server.pages.Wrong;
import dk.grundskema.api.server.plans.Interventions;
import dk.grundskema.api.server.platform.ProblemDetails;
import dk.grundskema.api.server.platform.ProblemDetails.FindingView;
import dk.grundskema.api.web.app.camp.CampStep;
import dk.grundskema.api.web.app.camp.Guide;
import dk.grundskema.api.web.app.camp.Guide.Elsewhere;
import dk.grundskema.api.web.app.camp.Guide.State;
import dk.grundskema.api.web.app.camp.Guide.Trouble;
import dk.grundskema.domain.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The steps of the guide, and how they stand for a camp. */
@Component
class Steps implements CampPlaces {
    private final List<Step> all;
    private final Wrong wrong;

    Steps(List<Step> all, Wrong wrong) {
        this.all = List.copyOf(all);
        this.wrong = wrong;
    }

    /**
     * A step's page.
     *
     * @param guide what stands around it
     * @param drawn draws it
     */
    record Page(Guide guide, Step.Drawn drawn) {}

    /** What a step does. */
    Step of(CampStep which) {
        return all.stream().filter(one -> one.which() == which).findFirst().orElseThrow();
    }

    @Override
    public Optional<CampStep> step(String pointer) {
        return all.stream().filter(one -> one.has(pointer)).findFirst().map(Step::which);
    }

    /** The first step that asks for something; if none does, the first of all. */
    CampStep first(Camp camp, List<FindingView> known) {
        return all.stream()
                .filter(one -> state(one, camp, known) != State.DONE)
                .findFirst()
                .orElse(all.getFirst())
                .which();
    }

    private static State state(Step step, Camp camp, List<FindingView> known) {
        if (!step.isBegun(camp)) {
            return State.OPEN;
        }
        boolean isDoubtful = known.stream().anyMatch(one -> one.severity() != Severity.INFO && step.has(one.pointer()));
        return isDoubtful ? State.LOOK : State.DONE;
    }

    /** What stands around a step of which nothing is said. */
    Guide guide(Camp camp, CampStep shown) {
        return guide(camp, camp.plan().version(), shown, List.of(), false, Trouble.NONE);
    }

    private Guide guide(
            Camp camp, long version, CampStep shown, List<FindingView> known, boolean isSaved, Trouble trouble) {
        var camps = CampPlans.in(camp.problem());
        return new Guide(
                camp.plan().id().value(),
                version,
                camp.id(),
                camps.size() < 2
                        ? List.of()
                        : camps.stream()
                                .map(one -> new Guide.Other(one.id().value(), one.title()))
                                .toList(),
                all.stream()
                        .map(one -> new Guide.Step(one.which(), state(one, camp, known), one.said(camp)))
                        .toList(),
                shown,
                isSaved,
                trouble);
    }

    /** A step as the camp stands. */
    Page standing(Step step, Camp camp, List<FindingView> known, boolean isSaved) {
        Typed standing = step.standing(camp);
        Beside fields = Beside.nothing();
        step.page(camp, standing, fields);
        List<FindingView> own = known.stream()
                .filter(one -> step.has(one.pointer()))
                .map(one -> moved(one, step))
                .toList();
        return new Page(
                guide(camp, camp.plan().version(), step.which(), known, isSaved, Trouble.NONE),
                step.page(camp, standing, fields.saying(own)));
    }

    /**
     * A step with what was typed, of which nothing is said before it is to be saved.
     *
     * @param version the version of the plan that whoever types has seen
     */
    Page unsaved(Step step, Camp camp, long version, Typed typed, List<FindingView> known) {
        return new Page(
                guide(camp, version, step.which(), known, false, Trouble.NONE),
                step.page(camp, typed, Beside.nothing()));
    }

    /**
     * A step with what was typed, and why it isn't saved.
     *
     * @param version the version of the plan that whoever types has seen
     */
    Page refused(Step step, Camp camp, long version, Typed typed, List<FindingView> known, ProblemDetails problem) {
        Beside fields = Beside.nothing();
        step.page(camp, typed, fields);
        Beside said = fields.saying(
                problem.findings().stream().map(one -> moved(one, step)).toList());
        var sentences = new ArrayList<String>();
        var elsewhere = new ArrayList<Elsewhere>();
        for (FindingView one : said.rest()) {
            step(one.pointer())
                    .ifPresentOrElse(
                            other -> elsewhere.add(new Elsewhere(other, one.text())), () -> sentences.add(one.text()));
        }
        var trouble = new Trouble(said.wrong(), sentences, elsewhere, wrong.meanwhile(problem));
        return new Page(guide(camp, version, step.which(), known, false, trouble), step.page(camp, typed, said));
    }

    private static FindingView moved(FindingView one, Step step) {
        String pointer = one.pointer().startsWith(Interventions.ELSEWHERE)
                ? one.pointer().substring(Interventions.ELSEWHERE.length())
                : one.pointer();
        return new FindingView(one.code(), one.severity(), step.at(pointer), one.text());
    }
}
