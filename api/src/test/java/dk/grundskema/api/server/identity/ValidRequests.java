package dk.grundskema.api.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.server.Client;
import dk.grundskema.api.server.Client.Answer;
import dk.grundskema.api.server.NewPlan;
import dk.grundskema.api.server.Planned;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.Waiting;
import dk.grundskema.api.server.plans.Documents;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.start.Server;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** Requests that are in order, one for each operation: about a camp that is planned, with things of its own for whatever would spoil others' work. */
final class ValidRequests {
    /** What these can't ask for: it takes files, the caller's own secrets, or nobody in particular. Other tests do. */
    static final List<String> NOT_HERE = List.of(
            "choosePassword",
            "createFirstAdministrator",
            "importFiles",
            "importFilesIntoPlan",
            "readArchive",
            "revokeMyToken",
            "signIn",
            "signOut",
            // who has a link is nobody in particular, too
            "code",
            "decline",
            "feed",
            "page",
            "seen",
            "showChoice",
            "wantAgain",
            // they would end the walk's own callers or plans, or need more than one request before them
            "changeMyPassword",
            "restorePlan",
            "takeSeat",
            "continueSolve",
            "prioritiseSolve",
            "getTimetableOfClass");

    private static final long STEPS = 20;
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final School school;
    private final Client all;
    private final Map<String, Object> problem;
    private final String plan;
    private final Meeting meeting;
    private String job = "";
    private String adopting = "";
    private String yearLink = "";

    /**
     * Makes a camp.
     *
     * @param problem what is planned
     */
    ValidRequests(School school, Map<String, Object> problem) {
        this.school = school;
        this.problem = problem;
        this.all = Services.administrator(school.server());
        this.plan = NewPlan.made(all, school.path(), problem).header("Location");
        Planned.give(school.server(), plan, STEPS, 1);
        this.meeting = meeting(school.server(), plan);
    }

    private static Meeting meeting(Server server, String plan) {
        var plans = server.part(Plans.class);
        String timetable = plans.revision(plans.get(NewPlan.id(plan)).head()).timetable();
        return server.part(Documents.class).timetable(Objects.requireNonNull(timetable)).value().meetings().stream()
                .filter(one -> one.seats().stream().map(MeetingSeat::staffId).anyMatch(Objects::nonNull))
                .findFirst()
                .orElseThrow();
    }

    /**
     * A request.
     *
     * @param method  of HTTP
     * @param path    with its query
     * @param body    empty means none
     * @param ifMatch empty means none
     */
    record Valid(String method, String path, Map<String, ?> body, String ifMatch) {
        /** Sends it. */
        Answer by(Client client) {
            Client sender = ifMatch.isEmpty() ? client : client.with("If-Match", ifMatch);
            return method.equals("GET") || method.equals("DELETE")
                    ? sender.send(method, path, "")
                    : method.equals("PUT") ? sender.put(path, body) : sender.post(path, body);
        }
    }

    /** The plan that is looked at. */
    String plan() {
        return plan;
    }

    /** Who sits in a meeting of it. */
    StaffId staff() {
        return meeting.seats().stream()
                .map(MeetingSeat::staffId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    /** The path of a meeting's outcome, for its own staff or for others. */
    String outcome(String whose) {
        return plan + whose + "/deliveries?session=" + encoded(meeting.sessionId()) + "&date="
                + meeting.time().firstDate();
    }

    private static String encoded(Object text) {
        return URLEncoder.encode(String.valueOf(text), StandardCharsets.UTF_8);
    }

    /** A request to an operation. */
    Valid of(Operations.Known operation) {
        String id = operation.id();
        boolean isLooking = operation.method().equals("GET");
        String own = isLooking || !operation.path().contains("{plan}") ? plan : copy();
        String path = operation
                .path()
                .replace("{organisation}", school.id())
                .replace("/api/v1/plans/{plan}", own)
                .replace("{week}", isLooking && operation.path().contains("{week}") ? week() : "");
        path = things(id, path, own, isLooking);
        Map<String, ?> body = body(id, own);
        changedBefore(id, own);
        String target = path.replaceFirst("/[a-z-]+$", "");
        return new Valid(operation.method(), path, body, isLooking ? "" : tag(operation, target, own));
    }

    /** What must have been done before. */
    private void changedBefore(String id, String own) {
        if (id.equals("undo") || id.equals("redo") || id.equals("removeStaffMember")) {
            Answer put = all.with("If-Match", all.get(own).tag()).put(own + "/staff/ekstra", Map.of("name", "Ekstra"));
            assertThat(put.status()).as(put.body()).isLessThan(300);
        }
        if (id.equals("unlock")) {
            Answer locked = all.with("If-Match", all.get(own).tag()).post(own + "/locks", body("lock", own));
            assertThat(locked.status()).as(locked.body()).isLessThan(300);
        }
        if (id.equals("redo")) {
            all.with("If-Match", all.get(own).tag()).post(own + "/undo", Map.of());
        }
    }

    private String tag(Operations.Known operation, String target, String own) {
        return switch (operation.id()) {
            case "changeOrganisation" -> all.get(school.path()).tag();
            case "changeAccount", "removeAccount" -> "\"1\"";
            case "changeAccountRoles" -> all.get(target).tag();
            case "adoptSolve" -> all.get(adopting).tag();
            default -> operation.path().contains("{plan}") ? all.get(own).tag() : "";
        };
    }

    /** A scenario: the same plan once more, to be changed. */
    private String copy() {
        Answer made = all.post(plan + "/scenarios", Map.of("title", "Mulighed " + COUNT.incrementAndGet()));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.header("Location");
    }

    private String week() {
        return (String) all.get(plan + "/timetable/weeks").at("/weeks/0");
    }

    /** The same for all: an organisation may have so many and no more. */
    private String yearLink() {
        if (yearLink.isEmpty()) {
            yearLink = (String) all.post(school.path() + "/year-links", Map.of("language", "DA"))
                    .at("/id");
        }
        return yearLink;
    }

    private String things(String id, String path, String own, boolean isLooking) {
        String session = encoded(meeting.sessionId());
        String filled = path.replace("{name}", "problem")
                .replace("{type}", "xlsx")
                .replace("{account}", path.contains("{account}") ? account() : "");
        if (filled.contains("{token}")) {
            return filled.replace("{token}", token(filled));
        }
        if (filled.contains("{revision}")) {
            Object head = all.get(plan).at("/revision/id");
            filled = filled.replace("{revision}", String.valueOf(head)).replace("{other}", String.valueOf(head));
        }
        if (filled.contains("{job}")) {
            filled = filled.replace("{job}", id.equals("adoptSolve") ? jobOfItsOwn() : job());
        }
        if (filled.contains("/year-links/{link}")) {
            filled = filled.replace("{link}", yearLink());
        }
        if (filled.contains("{number}") || filled.contains("{link}") || id.equals("getMyStudents")) {
            Answer published = all.with("If-Match", all.get(own).tag()).post(own + "/publications", Map.of());
            assertThat(published.status()).as(published.body()).isIn(201, 409);
            filled = filled.replace("{number}", "1");
        }
        if (filled.contains("{link}")) {
            filled = filled.replace("{link}", (String) all.get(own + "/links").at("/items/0/id"));
        }
        if (filled.contains("{absence}")) {
            Answer made = all.post(own + "/absences", body("addAbsence", own));
            filled = filled.replace("{absence}", (String) made.at("/id"));
        }
        if (filled.contains("{id}")) {
            filled = filled.replace("{id}", encoded(id(id, isLooking)));
        }
        return switch (id) {
            case "listCandidates" -> filled + "?session=" + session + "&position=0";
            case "listRoomChoices", "listTargets" -> filled + "?session=" + session;
            case "putDelivery", "putOwnDelivery" ->
                filled + "?session=" + session + "&date=" + meeting.time().firstDate();
            case "removeDelivery", "removeOwnDelivery" -> {
                String query = "?session=" + session + "&date=" + meeting.time().firstDate();
                all.put(own + "/deliveries" + query, body("putDelivery", own));
                yield filled + query;
            }
            case "listStandIns" -> filled + "?now=" + meeting.time().firstDate() + "T00:00";
            case "exportPerson" -> filled + "?id=" + student();
            default -> filled;
        };
    }

    private String id(String operation, boolean isLooking) {
        return switch (operation) {
            case "getPluginType" -> "camp";
            case "getIntervention", "putIntervention", "removeIntervention" -> first("interventions");
            case "getRoom", "removeRoom", "getTimetableOfRoom" -> first("rooms");
            case "getStaffMember", "getTimetableOfStaffMember" -> staff().value();
            case "removeStaffMember", "putStaffMember" -> isLooking ? staff().value() : "ekstra";
            case "getStudent", "getTimetableOfStudent", "removeStudent" -> student();
            case "getTimetableOfTeam", "getTimetableOfClass" ->
                (String) all.get(plan + "/timetable/weeks").at("/teams/0/id");
            default -> "nyt-1";
        };
    }

    @SuppressWarnings("unchecked") // a problem's parts are lists of objects
    private String first(String part) {
        return (String)
                ((List<Map<String, Object>>) problem.get(part)).getFirst().get("id");
    }

    private String student() {
        return first("students");
    }

    private String account() {
        return school.person().id();
    }

    private String token(String path) {
        String account = path.replaceAll(".*/accounts/([^/]+)/.*", "$1");
        var made = school.server().part(Tokens.class);
        String secret = "walk" + COUNT.incrementAndGet() + school.id();
        made.add(new AccountId(account), "Skript", Instant.now().plus(Duration.ofHours(1)), secret);
        return school.server()
                .part(Credentials.class)
                .tokens(new AccountId(account))
                .getFirst()
                .id();
    }

    private String job() {
        if (job.isEmpty()) {
            job = job(plan);
        }
        return job;
    }

    private String jobOfItsOwn() {
        adopting = copy();
        return job(adopting);
    }

    private String job(String where) {
        String asked = (String) all.post(where + "/solves", Map.of("steps", 5)).at("/id");
        Waiting.until(
                () -> all.get("/api/v1/solves/" + asked),
                solve -> solve.at("/state").equals("DONE"));
        return asked;
    }

    private Map<String, ?> body(String id, String own) {
        String day = meeting.time().firstDate().toString();
        return switch (id) {
            case "addAbsence" ->
                Map.of(
                        "staffId",
                        staff().value(),
                        "from",
                        day + "T00:00",
                        "until",
                        meeting.time().firstDate().plusDays(1) + "T00:00",
                        "reason",
                        "Syg");
            case "putDelivery", "putOwnDelivery" -> Map.of("held", true);
            case "changeOrganisation" -> Map.of("name", "Skole");
            case "createOrganisation" -> Map.of("name", "Afdeling");
            case "createAccount", "changeAccount" ->
                Map.of("name", "Ny Konto", "signInName", "walk-" + COUNT.incrementAndGet() + school.id());
            case "changeAccountRoles" -> Map.of("roles", List.of(Map.of("role", "READER")));
            case "createMyToken" ->
                Map.of(
                        "name", "Skript",
                        "scopes", List.of("ACCOUNT"),
                        "expires", Instant.now().plus(Duration.ofMinutes(30)).toString());
            case "forgetPeople" -> Map.of("endedBefore", "2000-01-01");
            case "createPlan" -> Map.of("title", "Anden lejr", "problem", problem);
            case "changeProblem" -> Map.of("problem", changed());
            case "renamePlan", "createScenario" -> Map.of("title", "Titel " + COUNT.incrementAndGet());
            case "archivePlan" -> Map.of("archived", true);
            case "changeLink", "makeYearLink", "changeYearLink" -> Map.of("language", "EN");
            case "changeMyNotices" -> Map.of("wanted", true);
            case "usePlan" -> Map.of("inUse", true);
            case "createSolve" -> Map.of("steps", 1);
            case "createReplan" -> Map.of("steps", 1);
            case "repair" -> Map.of("steps", 1, "now", day + "T00:00");
            case "makeChanges", "tryChanges" -> Map.of("changes", List.of(seat()));
            case "lock", "unlock" -> Map.of("sessionId", meeting.sessionId().value());
            case "prioritiseSolve" -> Map.of("priority", 1);
            case "putHorizon" -> asMap(all.get(own + "/horizon").at(""));
            case "putWeights" -> Map.of();
            case "putRoom" -> Map.of("name", "Nyt lokale", "kind", "classroom");
            case "putStaffMember" -> Map.of("name", "Ny Ansat");
            case "putStudent" -> Map.of("name", "Ny Elev", "school", first("schools"));
            case "putIntervention" ->
                asMap(all.get(own + "/interventions/" + first("interventions")).at(""));
            case "addIntervention" -> {
                var one = new HashMap<String, Object>(asMap(all.get(own + "/interventions/" + first("interventions"))
                        .at("")));
                one.put("id", "endnu-en");
                yield one;
            }
            case "returnToRevision" ->
                Map.of("revision", String.valueOf(all.get(own).at("/revision/id")));
            default -> Map.of();
        };
    }

    private Map<String, ?> changed() {
        var changed = new HashMap<>(problem);
        changed.put("title", "Lejr " + COUNT.incrementAndGet());
        return changed;
    }

    private Map<String, ?> seat() {
        return Map.of(
                "what", "SEAT", "sessionId", meeting.sessionId().value(), "position", 0, "staffId", staff().value());
    }

    @SuppressWarnings("unchecked") // what is asked for is an object
    private static Map<String, Object> asMap(Object json) {
        return (Map<String, Object>) json;
    }
}
