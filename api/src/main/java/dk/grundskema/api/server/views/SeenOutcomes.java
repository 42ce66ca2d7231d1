package dk.grundskema.api.server.views;

import dk.grundskema.api.fidelity.BreakdownWording;
import dk.grundskema.api.fidelity.FidelityView;
import dk.grundskema.api.fidelity.FidelityWording;
import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.ledger.FidelityWorkbook;
import dk.grundskema.api.ledger.LedgerWords;
import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.plans.Assessments;
import dk.grundskema.api.server.plans.Deliveries;
import dk.grundskema.api.server.plans.Naming;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.platform.Lately;
import dk.grundskema.api.server.platform.Speaking;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What plans' timetables give of what is asked, and who gets how much of what, for pages. */
@Component
public class SeenOutcomes {
    /** So many stay told. */
    private static final int TOLD = 6;

    private final Showing showing;
    private final PluginHouse house;
    private final Assessments assessments;
    private final Naming naming;
    private final Speaking speaking;
    private final Deliveries deliveries;
    private final Lately<List<Object>, FidelityView> told = new Lately<>(TOLD);

    SeenOutcomes(
            Showing showing,
            PluginHouse house,
            Assessments assessments,
            Naming naming,
            Speaking speaking,
            Deliveries deliveries) {
        this.showing = showing;
        this.house = house;
        this.assessments = assessments;
        this.naming = naming;
        this.speaking = speaking;
        this.deliveries = deliveries;
    }

    /**
     * What a plan's timetable gives of all that its interventions' guidelines ask, as a caller reads it.
     *
     * @throws dk.grundskema.api.server.platform.Refusal 404 if the plan has none, 409 if it needs a plugin that isn't here
     */
    public FidelityView fidelity(PlanId plan, Caller caller) {
        return fidelity(showing.of(plan, caller));
    }

    /** The same as a file: a workbook. Throws as {@link #fidelity(PlanId, Caller)}. */
    public ResponseEntity<byte[]> fidelityWorkbook(PlanId plan, Caller caller) {
        Shown shown = showing.of(plan, caller);
        return Attachment.of(
                "fidelity.xlsx", Attachment.WORKBOOK, FidelityWorkbook.bytes(fidelity(shown), shown.language()));
    }

    /** The same of what is shown. */
    FidelityView fidelity(Shown shown) {
        return told.get(
                List.of(shown.tag(), shown.problem().hash(), shown.timetable().hash()), fresh -> assessed(shown));
    }

    private FidelityView assessed(Shown shown) {
        var timetable = shown.timetable().value();
        var names = naming.names(shown.problem(), shown.students()).with(timetable);
        var texts = speaking.texts().named(names);
        return new FidelityWording(texts, new BreakdownWording(texts.named(names.inTables())))
                .view(assessments.of(shown.problem(), shown.timetable()));
    }

    /** Who gets how much of what, with what was entered of it; no student is named. Throws as {@link #fidelity}. */
    public dk.grundskema.api.ledger.LedgerView.Seen ledger(PlanId plan, Caller caller) {
        Shown shown = showing.of(plan, caller);
        var problem = shown.problem().value();
        var timetable = deliveries.remembered(plan, shown.timetable().value());
        var words = LedgerWords.of(shown.language(), problem, house.typeNames(shown.language()));
        return dk.grundskema.api.ledger.LedgerView.of(house.ledger(problem, timetable), words);
    }
}
