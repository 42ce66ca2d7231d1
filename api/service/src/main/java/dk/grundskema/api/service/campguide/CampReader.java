package dk.grundskema.api.service.campguide;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.RecordWriter;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.http.ProblemDetails.FindingView;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.NameResolverFactory;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.api.service.plan.StoredDocument;
import dk.grundskema.api.service.plan.problem.CampInterventions;
import dk.grundskema.api.service.rules.JsonObjectView;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads camps of plans and their findings. */
@Component
class CampReader {
    private static final String SUBJECTS = "subjects";
    private static final String WEIGHTS = "/weights";

    private final PlanStore plans;
    private final DocumentStore documents;
    private final PluginPlanningFacade planning;
    private final NameResolverFactory nameResolverFactory;
    private final RequestTexts requestTexts;

    CampReader(
            PlanStore plans,
            DocumentStore documents,
            PluginPlanningFacade planning,
            NameResolverFactory nameResolverFactory,
            RequestTexts requestTexts) {
        this.plans = plans;
        this.documents = documents;
        this.planning = planning;
        this.nameResolverFactory = nameResolverFactory;
        this.requestTexts = requestTexts;
    }

    /**
     * Returns a camp of a plan.
     *
     * @param of id of the camp; empty means the first one
     * @throws RefusalException 404 if there is none
     */
    EditedCamp read(PlanId id, String of) {
        Plan plan = plans.get(id);
        Revision head = plans.revision(plan.head());
        StoredDocument.StoredProblem problem = documents.problem(head.problem());
        Intervention<?> own = CampInterventions.findAll(problem.value()).stream()
                .filter(one -> of.isEmpty() || one.id().value().equals(of))
                .findFirst()
                .orElseThrow(RefusalException::notFound);
        return new EditedCamp(
                plan,
                head,
                problem,
                own,
                parametersOf(own.parameters()),
                parametersOf(planning.explicitParameters(own, problem.value())));
    }

    /** Returns parameters as an object. States an empty list of subjects explicitly, because a missing list means the default subjects. */
    private static JsonObjectView parametersOf(Record parameters) {
        JsonObjectView said = JsonObjectView.of(RecordWriter.toJsonValue(parameters));
        return said.has(SUBJECTS) ? said : said.with(SUBJECTS, new Json.JsonArray(List.of()));
    }

    /** Returns the findings about a camp, with pointers into it or into the plan's weights. */
    List<FindingView> findFindings(EditedCamp camp, Caller caller) {
        String at = "/interventions/" + camp.problem().interventions().indexOf(camp.own());
        var own = new ArrayList<Finding>();
        for (Finding one : planning.validate(camp.problem())) {
            String pointer = one.pointer();
            if (pointer.startsWith(at + "/")) {
                own.add(new Finding(one.code(), one.severity(), pointer.substring(at.length()), one.arguments()));
            } else if (pointer.startsWith(WEIGHTS)) {
                own.add(one);
            }
        }
        return requestTexts.describeFindings(
                own,
                nameResolverFactory.texts(
                        camp.kept(),
                        NameResolverFactory.studentNaming(caller, camp.plan().organisation())));
    }
}
