package dk.grundskema.api.service.testing;

import dk.grundskema.api.platform.testing.TestClock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Valid bodies, one for each operation with a body. */
final class ValidRequestBodies {
    private final RequestCampFixture camp;

    ValidRequestBodies(RequestCampFixture camp) {
        this.camp = camp;
    }

    /**
     * Returns a body; empty means none.
     *
     * @param id  operation id
     * @param own plan of the request
     */
    Map<String, ?> of(String id, String own) {
        String day = camp.meeting().time().firstDate().toString();
        return switch (id) {
            case "addAbsence" ->
                Map.of(
                        "staffId",
                        camp.staff().value(),
                        "from",
                        day + "T00:00",
                        "until",
                        camp.meeting().time().firstDate().plusDays(1) + "T00:00",
                        "reason",
                        "Syg");
            case "putDelivery", "putOwnDelivery" -> Map.of("held", true);
            case "changeOrganisation" -> Map.of("name", "Skole");
            case "createOrganisation" -> Map.of("name", "Afdeling");
            case "createAccount", "changeAccount" ->
                Map.of(
                        "name",
                        "Ny Konto",
                        "signInName",
                        "walk-" + RequestCampFixture.nextNumber()
                                + camp.school().id());
            case "changeAccountRoles" -> Map.of("roles", List.of(Map.of("role", "READER")));
            case "createMyToken" ->
                Map.of(
                        "name", "Skript",
                        "scopes", List.of("ACCOUNT"),
                        "expires", TestClock.now().plus(Duration.ofMinutes(30)).toString());
            case "forgetPeople" -> Map.of("endedBefore", "2000-01-01");
            case "createPlan" -> Map.of("title", "Anden lejr", "problem", camp.problem());
            case "changeProblem" -> Map.of("problem", changed());
            case "renamePlan", "createScenario" -> Map.of("title", "Titel " + RequestCampFixture.nextNumber());
            case "archivePlan" -> Map.of("archived", true);
            case "changeLink", "makeYearLink", "changeYearLink" -> Map.of("language", "EN");
            case "changeMyNotices" -> Map.of("wanted", true);
            case "usePlan" -> Map.of("inUse", true);
            case "publish" -> Map.of("confirmOpenSeats", true);
            case "createSolve" -> Map.of("steps", 1);
            case "createReplan" -> Map.of("steps", 1);
            case "repair" -> Map.of("steps", 1, "freshSeconds", 0, "now", day + "T00:00");
            case "previewChange" ->
                Map.of(
                        "now",
                        day + "T00:00",
                        "steps",
                        1,
                        "freshSeconds",
                        0,
                        "changes",
                        List.of(Map.of(
                                "kind", "STAFF_HOURS", "staffId", camp.staff().value(), "hours", 30)));
            case "makeChanges", "tryChanges" -> Map.of("changes", List.of(seat()));
            case "lock", "unlock" ->
                Map.of("sessionId", camp.meeting().sessionId().value());
            case "prioritiseSolve" -> Map.of("priority", 1);
            case "putHorizon" ->
                asMap(camp.plannerClient().get(own + "/horizon").at(""));
            case "putWeights" -> Map.of();
            case "putRoom" -> Map.of("name", "Nyt lokale", "kind", "classroom");
            case "putStaffMember" -> Map.of("name", "Ny Ansat");
            case "putStudent" -> Map.of("name", "Ny Elev", "school", camp.firstIdOf("schools"));
            case "putIntervention" ->
                asMap(camp.plannerClient()
                        .get(own + "/interventions/" + camp.firstIdOf("interventions"))
                        .at(""));
            case "addIntervention" -> {
                var one = new HashMap<String, Object>(asMap(camp.plannerClient()
                        .get(own + "/interventions/" + camp.firstIdOf("interventions"))
                        .at("")));
                one.put("id", "endnu-en");
                yield one;
            }
            case "returnToRevision" ->
                Map.of("revision", String.valueOf(camp.plannerClient().get(own).at("/revision/id")));
            default -> Map.of();
        };
    }

    private Map<String, ?> changed() {
        var changed = new HashMap<>(camp.problem());
        changed.put("title", "Lejr " + RequestCampFixture.nextNumber());
        return changed;
    }

    private Map<String, ?> seat() {
        return Map.of(
                "what",
                "SEAT",
                "sessionId",
                camp.meeting().sessionId().value(),
                "position",
                0,
                "staffId",
                camp.staff().value());
    }

    @SuppressWarnings("unchecked") // what is asked for is an object
    private static Map<String, Object> asMap(Object json) {
        return (Map<String, Object>) json;
    }
}
