package dk.grundskema.api.server;

import dk.grundskema.api.server.Client.Answer;
import dk.grundskema.api.server.plans.PlanId;
import java.util.Map;

/** Plans of tests that have no timetable yet. */
public final class NewPlan {
    private NewPlan() {}

    /** A plan of a small camp in the first organisation; where it is. */
    public static String of(Client client) {
        return of(client, "/api/v1/organisations/home");
    }

    /**
     * A plan of a small camp; where it is.
     *
     * @param organisation path of the organisation that it is made in
     */
    public static String of(Client client, String organisation) {
        return made(client, organisation, Services.example("camp-3-weeks")).header("Location");
    }

    /**
     * A plan of a problem.
     *
     * @param organisation path of the organisation that it is made in
     * @return the answer to its making
     */
    public static Answer made(Client client, String organisation, Map<String, ?> problem) {
        Answer made = client.post(organisation + "/plans", Map.of("title", "Lejr", "problem", problem));
        if (made.status() != 201) {
            throw new AssertionError("No plan could be made: " + made);
        }
        return made;
    }

    /** The id of a plan that is at a place. */
    public static PlanId id(String place) {
        return new PlanId(place.substring(place.lastIndexOf('/') + 1));
    }
}
