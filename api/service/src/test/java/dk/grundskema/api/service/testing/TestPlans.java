package dk.grundskema.api.service.testing;

import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.testing.ServiceClient.Answer;
import java.util.Map;

/** Creates plans without a timetable. */
public final class TestPlans {
    private TestPlans() {}

    /** A plan of a small camp in the first organisation; where it is. */
    public static String createCampPlan(ServiceClient client) {
        return createCampPlan(client, "/api/v1/organisations/home");
    }

    /**
     * Creates a plan of a small camp; returns its path.
     *
     * @param organisation path of the organisation that it is made in
     */
    public static String createCampPlan(ServiceClient client, String organisation) {
        return createPlan(client, organisation, TestServices.exampleProblem("camp-3-weeks"))
                .header("Location");
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

    /** The id of a plan that is at a place. */
    public static PlanId planIdOf(String place) {
        return new PlanId(place.substring(place.lastIndexOf('/') + 1));
    }
}
