package dk.grundskema.api.server.pages.camp;

import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.RecordWriter;
import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.pages.CampPlans;
import dk.grundskema.api.server.plans.Documents;
import dk.grundskema.api.server.plans.Kept;
import dk.grundskema.api.server.plans.Naming;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.plans.Revision;
import dk.grundskema.api.server.platform.ProblemDetails.FindingView;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.server.platform.Speaking;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The camps of plans, and what there is to say about them. */
@Component
class Camps {
    private static final String SUBJECTS = "subjects";
    private static final String WEIGHTS = "/weights";

    private final Plans plans;
    private final Documents documents;
    private final PluginHouse house;
    private final Naming naming;
    private final Speaking speaking;

    Camps(Plans plans, Documents documents, PluginHouse house, Naming naming, Speaking speaking) {
        this.plans = plans;
        this.documents = documents;
        this.house = house;
        this.naming = naming;
        this.speaking = speaking;
    }

    /**
     * A camp of a plan.
     *
     * @param of its id; empty means the first one
     * @throws Refusal 404 if there is none
     */
    Camp of(PlanId id, String of) {
        Plan plan = plans.get(id);
        Revision head = plans.revision(plan.head());
        Kept.OfProblem problem = documents.problem(head.problem());
        Intervention<?> own = CampPlans.in(problem.value()).stream()
                .filter(one -> of.isEmpty() || one.id().value().equals(of))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        return new Camp(plan, head, problem, own, said(own.parameters()), said(house.spelledOut(own, problem.value())));
    }

    /** A camp that says nothing of its subjects has the usual ones, so one that has none says so. */
    private static Said said(Record parameters) {
        Said said = Said.of(RecordWriter.json(parameters));
        return said.has(SUBJECTS) ? said : said.with(SUBJECTS, new Json.Listing(List.of()));
    }

    /** What somebody should know of a camp, with pointers into it, or into the plan's weights. */
    List<FindingView> known(Camp camp, Caller caller) {
        String at = "/interventions/" + camp.problem().interventions().indexOf(camp.own());
        var own = new ArrayList<Finding>();
        for (Finding one : house.validate(camp.problem())) {
            String pointer = one.pointer();
            if (pointer.startsWith(at + "/")) {
                own.add(new Finding(one.code(), one.severity(), pointer.substring(at.length()), one.arguments()));
            } else if (pointer.startsWith(WEIGHTS)) {
                own.add(one);
            }
        }
        return speaking.told(
                own,
                naming.texts(camp.kept(), Naming.students(caller, camp.plan().organisation())));
    }
}
