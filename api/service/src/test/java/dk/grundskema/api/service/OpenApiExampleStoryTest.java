package dk.grundskema.api.service;

import static dk.grundskema.api.platform.testing.OpenApiValidator.at;
import static dk.grundskema.api.platform.testing.OpenApiValidator.list;
import static dk.grundskema.api.platform.testing.OpenApiValidator.text;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.start.ServiceSettingKey;
import dk.grundskema.api.platform.start.ServiceSettings;
import dk.grundskema.api.platform.testing.OpenApiExamples;
import dk.grundskema.api.platform.testing.OpenApiValidator;
import dk.grundskema.api.platform.testing.OpenApiValidator.Operation;
import dk.grundskema.api.platform.testing.Polling;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.ServiceClient.UploadedFile;
import dk.grundskema.api.platform.testing.TestClock;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.testing.OpenApiClient;
import dk.grundskema.api.service.testing.SolvedPlans;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sends the examples of the OpenAPI document as one story of a small camp, from the first administrator on. Codes and ids that are unknown beforehand
 * are replaced; each request must be accepted. With {@code -Dgrundskema.examples.write=true} the responses are written into the document.
 */
@Tag("http")
public final class OpenApiExampleStoryTest {
    private static final OpenApiValidator CONTRACT = OpenApiValidator.committed();
    private static final String MODULE = "camp/camp-team-1/2026-09-07/module-1";

    /** Operations that are called before there is any content, or for which so small a camp has none. */
    private static final Set<String> NOT_LOOKED_AT = Set.of(
            "listDeletedPlans",
            "getTimetableOfClass",
            "getMyStudents",
            "getMyTimetable",
            "getMyTimetableInPlan",
            "getSolveChanges");

    private final Set<String> sentOperations = new TreeSet<>();
    private final Map<String, String> pathVariables = new HashMap<>();
    private final Server server;
    private final OpenApiClient anonymousClient;
    private OpenApiClient kim;

    /** Kim again, whose questions are in no example. */
    private ServiceClient waiting;

    OpenApiExampleStoryTest(@TempDir Path folder) {
        server = TestServices.start(ServiceSettings.of(Map.of(
                ServiceSettingKey.PORT,
                "0",
                ServiceSettingKey.DATA,
                folder.toString(),
                ServiceSettingKey.LIMIT_RUNNING,
                "1")));
        ServiceClient anybody = ServiceClient.anonymous(server);
        anonymousClient =
                new OpenApiClient(anybody, anybody.get("/api/v1/openapi.json").body());
        kim = anonymousClient;
        waiting = anybody;
        OpenApiExamples.beginStory();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void exampleRequestsOfTheDocumentAreAccepted() {
        kim = firstAdministrator();
        OpenApiClient bente = school();
        plan();
        parts();
        solves();
        editByHand();
        acceptShortfall();
        enterAbsence();
        staff(bente);
        publish();
        previewChange();
        readEverything();
        send("keepChange");
        history();
        useRemainingOperations();
        var examples = new TreeSet<String>();
        CONTRACT.operations().stream().filter(one -> example(one.id()) != null).forEach(one -> examples.add(one.id()));
        assertThat(sentOperations).isEqualTo(examples).hasSizeGreaterThan(35);
    }

    /** Returns the example body of the document; {@code null} if there is none. */
    private static @Nullable Map<?, ?> example(String operation) {
        Operation known = CONTRACT.operation(operation).orElseThrow();
        Json.JsonObject media = at(at(at(known.described(), "requestBody"), "content"), "application/json");
        return media.fields().containsKey("example") ? (Map<?, ?>) Json.toJava(at(media, "example")) : null;
    }

    /** Sends an operation's example with the actual codes and ids, and asserts that it is accepted. */
    private Answer send(OpenApiClient who, String operation, Map<String, ?> known) {
        var body = new LinkedHashMap<String, Object>();
        Objects.requireNonNull(example(operation), operation).forEach((name, value) -> body.put((String) name, value));
        assertThat(body.keySet()).as(operation).containsAll(known.keySet());
        body.putAll(known);
        sentOperations.add(operation);
        return assertAccepted(operation, who.call(operation, parameters(operation), body));
    }

    private Answer send(String operation) {
        return send(kim, operation, Map.of());
    }

    private Answer call(String operation) {
        return assertAccepted(operation, kim.call(operation, parameters(operation)));
    }

    private static Answer assertAccepted(String operation, Answer answer) {
        assertThat(answer.status()).as("%s: %s", operation, answer.body()).isBetween(200, 204);
        return answer;
    }

    /** Returns the values of the story for the parameters of an operation. */
    private Map<String, String> parameters(String operation) {
        var all = new HashMap<String, String>();
        for (Json each : list(CONTRACT.operation(operation).orElseThrow().described(), "parameters")) {
            Json.JsonObject parameter = CONTRACT.resolve((Json.JsonObject) each);
            String name = text(parameter, "name");
            if (parameter.fields().get("required") instanceof Json.JsonBoolean truth && truth.value()) {
                all.put(name, name.equals("id") ? id(operation) : known(operation, name));
            } else if (name.equals("If-Match")) {
                all.put(name, tag(operation));
            } else if (name.equals("now") || name.equals("week")) {
                all.put(name, known(operation, name));
            }
        }
        return all;
    }

    private String known(String operation, String name) {
        return Objects.requireNonNull(pathVariables.get(name), () -> operation + " needs " + name);
    }

    private String tag(String operation) {
        return switch (operation) {
            case "changeOrganisation" -> call("getOrganisation").tag();
            case "changeAccount", "changeAccountRoles", "removeAccount" ->
                call("getAccount").tag();
            default -> call("getPlan").tag();
        };
    }

    private static String id(String operation) {
        return switch (operation) {
            case "putStaffMember", "removeStaffMember" -> "ekstra";
            case "getStaffMember", "getTimetableOfStaffMember" -> "bente";
            case "putStudent", "removeStudent" -> "e06";
            case "getStudent", "getTimetableOfStudent", "exportPerson" -> "e01";
            case "putRoom", "removeRoom" -> "lokale-3";
            case "getRoom", "getTimetableOfRoom" -> "lokale-1";
            case "getTimetableOfTeam" -> "camp-team-1";
            case "removeIntervention" -> "opfoelgning";
            default -> "camp";
        };
    }

    private void remember(String name, Answer answer, String pointer) {
        pathVariables.put(name, (String) answer.at(pointer));
    }

    private OpenApiClient firstAdministrator() {
        Answer made = send(
                anonymousClient,
                "createFirstAdministrator",
                Map.of("code", server.firstAdministratorCode().orElseThrow()));
        pathVariables.put("organisation", (String) made.at("/organisations/0/id"));
        Answer signedIn = assertAccepted(
                "signIn",
                anonymousClient.call(
                        "signIn",
                        Map.of(),
                        Map.of("signInName", "kim", "password", password("createFirstAdministrator"))));
        ServiceClient page = ServiceClient.anonymous(server)
                .withHeader("Cookie", TestSchool.cookies(signedIn))
                .withHeader("X-CSRF-Token", (String) signedIn.at("/csrfToken"));
        waiting = page.withoutContractCheck();
        OpenApiClient me = anonymousClient.using(page);
        Map<String, Object> soon =
                Map.of("expires", TestClock.now().plus(Duration.ofDays(30)).toString());
        send(me, "createMyToken", soon);
        return me;
    }

    private static String password(String operation) {
        return String.valueOf(Objects.requireNonNull(example(operation)).get("password"));
    }

    /** Creates a school below, with a staff member who has chosen a password and signed in. */
    private OpenApiClient school() {
        remember("organisation", send("createOrganisation"), "/id");
        send("changeOrganisation");
        Answer made = send("createAccount");
        remember("account", made, "/id");
        send(anonymousClient, "choosePassword", Map.of("code", made.at("/passwordCode")));
        Answer signedIn = send(anonymousClient, "signIn", Map.of());
        OpenApiClient bente = anonymousClient.using(ServiceClient.anonymous(server)
                .withHeader("Cookie", TestSchool.cookies(signedIn))
                .withHeader("X-CSRF-Token", (String) signedIn.at("/csrfToken")));
        send(bente, "changeMyPassword", Map.of());
        return bente;
    }

    private void plan() {
        remember("plan", send("createPlan"), "/id");
        call("precheckPlan");
        for (String one :
                List.of("changeProblem", "renamePlan", "putStaffMember", "putStudent", "putRoom", "putHorizon")) {
            send(one);
        }
        for (String one : List.of("putWeights", "addIntervention", "putIntervention")) {
            send(one);
        }
        send("makeNextTerm");
    }

    private void parts() {
        for (String one : List.of("removeIntervention", "removeStudent", "removeRoom", "removeStaffMember")) {
            call(one);
        }
    }

    private void solves() {
        remember("job", send("createSolve"), "/id");
        awaitSolve();
        remember("revision", call("getPlan"), "/revision/id");
        call("getSolve");
        remember("job", send("createReplan"), "/id");
        awaitSolve();
        call("getSolveChanges");
        queueSolves();
        remember("other", call("getPlan"), "/revision/id");
    }

    /** Two that go on for long: the second waits, and is given a priority; the first is stopped and continued. */
    private void queueSolves() {
        Map<String, Object> longest = Map.of("steps", 1_000_000_000L, "seed", 3);
        Answer first = assertAccepted(
                "createSolve", kim.call("createSolve", Map.of("plan", known("createSolve", "plan")), longest));
        remember(
                "job",
                assertAccepted(
                        "createSolve", kim.call("createSolve", Map.of("plan", known("createSolve", "plan")), longest)),
                "/id");
        send("prioritiseSolve");
        call("stopSolve");
        awaitSolve();
        remember("job", first, "/id");
        Polling.until(this::solve, one -> one.at("/score") instanceof Map);
        call("stopSolve");
        awaitSolve();
        call("adoptSolve");
        remember("job", send("continueSolve"), "/id");
        awaitSolve();
    }

    private Answer solve() {
        return waiting.get("/api/v1/solves/" + known("getSolve", "job"));
    }

    private void awaitSolve() {
        Polling.until(this::solve, one -> one.at("/state").equals("DONE"));
    }

    private void editByHand() {
        pathVariables.putAll(Map.of("session", MODULE, "position", "1", "date", "2026-09-07", "week", "2026-W37"));
        for (String one : List.of("tryChanges", "makeChanges", "lock", "unlock", "lock")) {
            send(one);
        }
    }

    private void acceptShortfall() {
        List<?> parts = (List<?>) Objects.requireNonNull(call("listShortfalls").at("/parts"));
        String key = parts.stream()
                .flatMap(part -> ((List<?>) ((Map<?, ?>) part).get("items")).stream())
                .map(item -> (String) ((Map<?, ?>) item).get("key"))
                .filter(one -> !one.isEmpty())
                .findFirst()
                .orElseThrow();
        send(kim, "acceptShortfalls", Map.of("keys", List.of(key)));
        pathVariables.put("key", key);
        call("withdrawAcceptance");
    }

    private void enterAbsence() {
        remember("absence", send("addAbsence"), "/id");
        pathVariables.put("now", "2026-09-08T06:40");
        call("listStandIns");
        send("takeSeat");
        remember("change", send("repair"), "/id");
        awaitChange();
    }

    private void awaitChange() {
        String where = "/api/v1/plans/" + known("getChange", "plan") + "/changes/" + known("getChange", "change");
        Polling.until(() -> waiting.get(where), Polling::hasEnded);
    }

    private void staff(OpenApiClient bente) {
        send("usePlan");
        send("putDelivery");
        pathVariables.put("session", MODULE);
        assertAccepted("getMyTimetable", bente.call("getMyTimetable", Map.of("week", "2026-W37")));
        Answer own = assertAccepted(
                "getMyTimetableInPlan", bente.call("getMyTimetableInPlan", parameters("getMyTimetableInPlan")));
        pathVariables.put("session", (String) own.at("/entries/0/session"));
        pathVariables.put("date", (String) own.at("/entries/0/date"));
        send(bente, "putOwnDelivery", Map.of());
    }

    /** Publishes the plan and stores its links. */
    private void publish() {
        pathVariables.put("number", String.valueOf(send("publish").at("/number")));
        remember("link", call("listLinks"), "/items/0/id");
        call("renewLink");
        call("revokeLink");
        send("changeLink");
        remember("link", send("makeYearLink"), "/id");
        call("renewYearLink");
        call("revokeYearLink");
        send("changeYearLink");
        send("changeMyNotices");
    }

    private void previewChange() {
        remember("change", send("previewChange"), "/id");
        awaitChange();
    }

    /** Calls all operations that only read. */
    private void readEverything() {
        pathVariables.putAll(Map.of("name", "problem", "type", "xlsx", "session", MODULE, "date", "2026-09-07"));
        var seen = new ArrayList<String>();
        for (Operation one : CONTRACT.operations()) {
            boolean isJson = at(at(at(at(one.described(), "responses"), "200"), "content"), "application/json")
                            .fields()
                            .size()
                    > 0;
            if (one.method().equals("GET") && isJson && !NOT_LOOKED_AT.contains(one.id())) {
                call(one.id());
                seen.add(one.id());
            }
        }
        assertThat(seen).hasSizeGreaterThan(45);
    }

    private void history() {
        call("undo");
        call("redo");
        send(kim, "returnToRevision", Map.of("revision", known("returnToRevision", "revision")));
        Answer archive = call("getArchive");
        assertThat(archive.body()).startsWith("PK");
        remember("plan", send("createScenario"), "/id");
        send("archivePlan");
        call("deletePlan");
        call("listDeletedPlans");
        call("restorePlan");
    }

    private void useRemainingOperations() {
        send("changeAccount");
        send("changeAccountRoles");
        call("createPasswordCode");
        send("forgetPeople");
        Path files = Path.of("../../examples/school-12-classes");
        assertAccepted(
                "importFiles",
                kim.upload(
                        "importFiles",
                        Map.of(
                                "organisation",
                                known("importFiles", "organisation"),
                                "schoolYear",
                                "2026/27",
                                "acceptWarnings",
                                "true"),
                        List.of(
                                UploadedFile.of("files", files.resolve("skema.csv")),
                                UploadedFile.of("bells", files.resolve("ringetider.csv")))));
        previewSchoolTimetable(files);
    }

    private void previewSchoolTimetable(Path files) {
        String place = SolvedPlans.createSolvedPlan(
                waiting,
                server,
                "/api/v1/organisations/" + known("importFiles", "organisation"),
                TestServices.exampleProblem("school-12-classes"),
                20);
        assertAccepted(
                "previewSchoolTimetable",
                kim.upload(
                        "previewSchoolTimetable",
                        Map.of(
                                "plan",
                                TestPlans.planIdOf(place).value(),
                                "now",
                                "2026-11-02T06:40",
                                "timetableFrom",
                                "2026-11-09",
                                "steps",
                                "20",
                                "freshSeconds",
                                "0"),
                        List.of(
                                UploadedFile.of("files", files.resolve("skema.csv")),
                                UploadedFile.of("bells", files.resolve("ringetider.csv")))));
    }
}
