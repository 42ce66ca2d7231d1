package dk.grundskema.api.service.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.access.CredentialRepository;
import dk.grundskema.api.platform.access.OperationRegistry;
import dk.grundskema.api.platform.signin.TokenIssuer;
import dk.grundskema.api.platform.testing.Polling;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestClock;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** Valid paths, one for each operation, with separate objects for operations that would disturb other requests. */
final class ValidRequestPaths {
    private final RequestCampFixture camp;
    private final ValidRequestBodies bodies;
    private final ServiceClient administrator;
    private String job = "";
    private String adopting = "";
    private String yearLink = "";

    ValidRequestPaths(RequestCampFixture camp, ValidRequestBodies bodies) {
        this.camp = camp;
        this.bodies = bodies;
        this.administrator = camp.plannerClient();
    }

    /** The plan of the solve to be adopted; empty if there is none yet. */
    String planOfAdoptedSolve() {
        return adopting;
    }

    /** Returns the path of a meeting's attendance, for its own staff or for others. */
    String outcome(String whose) {
        return camp.plan() + whose + "/deliveries" + ofMeeting();
    }

    private String ofMeeting() {
        return "?session=" + encoded(camp.meeting().sessionId()) + "&date="
                + camp.meeting().time().firstDate();
    }

    private static String encoded(Object text) {
        return URLEncoder.encode(String.valueOf(text), StandardCharsets.UTF_8);
    }

    /**
     * Returns a path with its query.
     *
     * @param own plan of the request
     */
    String of(OperationRegistry.RegisteredOperation operation, String own) {
        String id = operation.id();
        boolean isLooking = operation.method().equals("GET");
        String path = operation
                .path()
                .replace("{organisation}", camp.school().id())
                .replace("/api/v1/plans/{plan}", own)
                .replace("/plans/{plan}", own.replace("/api/v1", ""))
                .replace("{week}", isLooking && operation.path().contains("{week}") ? week() : "");
        String filled = path.replace("{name}", "problem")
                .replace("{list}", "staff")
                .replace("/camp/{step}", "/camp/days")
                .replace("{hash}", "0000000000000000")
                .replace("{type}", "xlsx")
                .replace("{format}", "asc")
                .replace("{file}", "overview.pdf")
                .replace("{account}", path.contains("{account}") ? account() : "");
        return addQuery(id, fillVariables(id, filled, own, isLooking), own);
    }

    private String fillVariables(String id, String path, String own, boolean isLooking) {
        String filled = path;
        if (filled.contains("{token}")) {
            return filled.replace("{token}", token(filled));
        }
        if (filled.contains("{revision}")) {
            Object head = administrator.get(camp.plan()).at("/revision/id");
            filled = filled.replace("{revision}", String.valueOf(head)).replace("{other}", String.valueOf(head));
        }
        if (filled.contains("{step}")) {
            filled = filled.replace(
                    "{step}", String.valueOf(administrator.get(camp.plan()).at("/revision/id")));
        }
        if (filled.contains("{job}")) {
            filled = filled.replace("{job}", id.equals("adoptSolve") ? newJob() : job());
        }
        if (filled.contains("/year-links/{link}")) {
            filled = filled.replace("{link}", yearLink());
        }
        if (filled.contains("{number}") || filled.contains("{link}") || id.equals("getMyStudents")) {
            Answer published = administrator
                    .withHeader("If-Match", administrator.get(own).tag())
                    .post(own + "/publications", Map.of("confirmOpenSeats", true));
            assertThat(published.status()).as(published.body()).isIn(201, 409);
            filled = filled.replace("{number}", "1");
        }
        if (filled.contains("{link}")) {
            filled = filled.replace(
                    "{link}", (String) administrator.get(own + "/links").at("/items/0/id"));
        }
        if (filled.contains("{absence}")) {
            Answer made = administrator.post(own + "/absences", bodies.of("addAbsence", own));
            filled = filled.replace("{absence}", (String) made.at("/id"));
        }
        if (filled.contains("{change}")) {
            filled = filled.replace("{change}", change(own));
        }
        if (filled.contains("{id}")) {
            filled = filled.replace("{id}", encoded(id(id, isLooking)));
        }
        return filled;
    }

    private String addQuery(String id, String filled, String own) {
        String session = encoded(camp.meeting().sessionId());
        return switch (id) {
            case "listCandidates" -> filled + "?session=" + session + "&position=0";
            case "explainMeeting", "listRoomChoices", "listTargets", "showExplanation" ->
                filled + "?session=" + session;
            case "putDelivery", "putOwnDelivery" -> filled + ofMeeting();
            case "removeDelivery", "removeOwnDelivery" -> {
                administrator.put(own + "/deliveries" + ofMeeting(), bodies.of("putDelivery", own));
                yield filled + ofMeeting();
            }
            case "listStandIns" -> filled + "?now=" + camp.meeting().time().firstDate() + "T00:00";
            case "exportPlan" -> filled + "?staff=" + encoded(camp.staff());
            case "exportPerson" -> filled + "?id=" + student();
            default -> filled;
        };
    }

    private String id(String operation, boolean isLooking) {
        return switch (operation) {
            case "getPluginType" -> "camp";
            case "getIntervention", "putIntervention", "removeIntervention", "showIntervention", "showRemoval" ->
                camp.firstIdOf("interventions");
            case "getRoom", "removeRoom", "getTimetableOfRoom" -> camp.firstIdOf("rooms");
            case "getStaffMember", "getTimetableOfStaffMember" -> camp.staff().value();
            case "removeStaffMember", "putStaffMember" ->
                isLooking ? camp.staff().value() : "ekstra";
            case "getStudent", "getTimetableOfStudent", "removeStudent" -> student();
            case "getTimetableOfTeam", "getTimetableOfClass" ->
                (String) administrator.get(camp.plan() + "/timetable/weeks").at("/teams/0/id");
            default -> "nyt-1";
        };
    }

    private String student() {
        return camp.firstIdOf("students");
    }

    private String account() {
        return camp.school().addPerson().id();
    }

    private String token(String path) {
        String account = path.replaceAll(".*/accounts/([^/]+)/.*", "$1");
        var made = camp.school().server().bean(TokenIssuer.class);
        String secret = "walk" + RequestCampFixture.nextNumber() + camp.school().id();
        made.add(new AccountId(account), "Skript", TestClock.now().plus(Duration.ofHours(1)), secret);
        return camp.school()
                .server()
                .bean(CredentialRepository.class)
                .findTokens(new AccountId(account))
                .getFirst()
                .id();
    }

    private String job() {
        if (job.isEmpty()) {
            job = job(camp.plan());
        }
        return job;
    }

    /** A preview of a change that is done. */
    private String change(String where) {
        Answer asked = administrator.post(where + "/changes", bodies.of("previewChange", where));
        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        Answer done = Polling.until(() -> administrator.get(asked.header("Location")), Polling::hasEnded);
        assertThat(done.at("/state")).as(done.body()).isEqualTo("DONE");
        return (String) asked.at("/id");
    }

    private String newJob() {
        adopting = camp.createScenario();
        return job(adopting);
    }

    private String job(String where) {
        String asked = (String)
                administrator.post(where + "/solves", Map.of("steps", 5)).at("/id");
        Polling.until(
                () -> administrator.get("/api/v1/solves/" + asked),
                solve -> solve.at("/state").equals("DONE"));
        return asked;
    }

    private String week() {
        return (String) administrator.get(camp.plan() + "/timetable/weeks").at("/weeks/0");
    }

    /** Shared by all requests, because an organisation has a limited number of them. */
    private String yearLink() {
        if (yearLink.isEmpty()) {
            yearLink = (String) administrator
                    .post(camp.school().path() + "/year-links", Map.of("language", "DA"))
                    .at("/id");
        }
        return yearLink;
    }
}
