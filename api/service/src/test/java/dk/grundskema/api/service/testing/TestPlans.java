package dk.grundskema.api.service.testing;

import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Creates plans without a timetable, and reads what plans consist of. */
public final class TestPlans {
    private TestPlans() {}

    /** A plan of a camp of one week in the first organisation; where it is. */
    public static String createCampPlan(ServiceClient client) {
        return createCampPlan(client, "/api/v1/organisations/home");
    }

    /**
     * Creates a plan of a camp of one week; returns its path.
     *
     * @param organisation path of the organisation that it is made in
     */
    public static String createCampPlan(ServiceClient client, String organisation) {
        return createPlan(client, organisation, TestServices.weekOfCamp()).header("Location");
    }

    /**
     * Creates a plan of a problem.
     *
     * @param organisation path of the organisation that it is made in
     * @return the response
     */
    public static Answer createPlan(ServiceClient client, String organisation, Map<String, ?> problem) {
        Answer made = client.post(organisation + "/plans", Map.of("title", "Lejr", "problem", problem));
        if (made.status() != 201) {
            throw new AssertionError("No plan could be made: " + made);
        }
        return made;
    }

    /** Returns a problem in which each of the staff has a mail address, by which plans of other schools know them. */
    @SuppressWarnings("unchecked") // a problem's staff are objects
    public static Map<String, Object> withEmails(Map<String, ?> problem) {
        var changed = new HashMap<String, Object>(problem);
        changed.put(
                "staff",
                ((List<Map<String, Object>>) Objects.requireNonNull(problem.get("staff")))
                        .stream()
                                .map(each -> {
                                    var one = new HashMap<>(each);
                                    // ids may have letters that no address may have
                                    one.put(
                                            "email",
                                            "p" + Integer.toHexString(Objects.hash(each.get("id"))) + "@kommune.dk");
                                    return one;
                                })
                                .toList());
        return changed;
    }

    /** The current revision of a plan that is at a place. */
    public static Revision head(Server server, String place) {
        var plans = server.bean(PlanStore.class);
        return plans.revision(plans.get(planIdOf(place)).head());
    }

    /** The current problem of a plan that is at a place. */
    public static Problem problem(Server server, String place) {
        return server.bean(DocumentStore.class)
                .problem(head(server, place).problem())
                .value();
    }

    /** The current timetable of a plan that is at a place. */
    public static Timetable timetable(Server server, String place) {
        return server.bean(DocumentStore.class)
                .timetable(Objects.requireNonNull(head(server, place).timetable()))
                .value();
    }

    /** The id of a plan that is at a place. */
    public static PlanId planIdOf(String place) {
        return new PlanId(place.substring(place.lastIndexOf('/') + 1));
    }
}
