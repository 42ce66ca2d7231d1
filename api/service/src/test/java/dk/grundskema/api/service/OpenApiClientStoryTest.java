package dk.grundskema.api.service;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.DatabaseSource;
import dk.grundskema.api.platform.testing.Polling;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.ServiceClient.UploadedFile;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.testing.OpenApiClient;
import dk.grundskema.api.service.testing.TestServices;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;

/** The whole way from a school's data to a plan that was changed by hand, by a program that knows nothing but the OpenAPI document. */
@ParameterizedClass
@DatabaseSource
@Tag("http")
final class OpenApiClientStoryTest {
    private final Server server;
    private final ServiceClient client;
    private final OpenApiClient program;

    OpenApiClientStoryTest(TestDatabase database) {
        server = TestServices.on(database);
        client = ServiceClient.administrator(server);
        program = new OpenApiClient(client, client.get("/api/v1/openapi.json").body());
    }

    @Test
    void aPlanIsMadeSolvedWatchedChangedAndTakenOut() {
        String home = text(program.call("listOrganisations", Map.of()), "/items/0/id");
        String school = text(
                program.call("createOrganisation", Map.of("organisation", home), Map.of("name", "Søndre Skole")),
                "/id");
        Answer made = program.call(
                "createPlan",
                Map.of("organisation", school, "Idempotency-Key", "story-1"),
                Map.of("title", "Efterår", "problem", TestServices.exampleProblem("camp-3-weeks")));
        String plan = text(made, "/id");

        importFiles(school);
        program.call("precheckPlan", Map.of("plan", plan));
        program.call("getWeights", Map.of("plan", plan));
        program.call("getFindings", Map.of("plan", plan));
        program.call("getWeights", Map.of("plan", plan));

        String solve = text(program.call("createSolve", Map.of("plan", plan), Map.of("steps", 2000, "seed", 1)), "/id");
        Answer watched = program.call("watchSolve", Map.of("job", solve));
        assertThat(watched.body()).contains("data:", "\"DONE\"");
        assertThat(awaitSolve(solve).at("/standing/conflicts")).isEqualTo(0);
        Answer solved = program.call("getPlan", Map.of("plan", plan));
        assertThat(solved.at("/revision/number")).isEqualTo(2);

        Answer list = program.call("getTimetableWeeks", Map.of("plan", plan));
        String week = text(list, "/weeks/0");
        Answer own = program.call("getTimetableOfStaffMember", Map.of("plan", plan, "id", "bente", "week", week));
        assertThat((List<?>) own.at("/entries")).isNotEmpty();

        changeByHand(plan);
        String replan = text(program.call("createReplan", Map.of("plan", plan), Map.of("steps", 500)), "/id");
        awaitSolve(replan);
        program.call("getSolveChanges", Map.of("job", replan));
        program.call(
                "undo",
                Map.of(
                        "plan",
                        plan,
                        "If-Match",
                        program.call("getPlan", Map.of("plan", plan)).tag()));

        program.call("getFidelity", Map.of("plan", plan));
        program.call("getLedger", Map.of("plan", plan));
        assertThat(program.call("exportTimetable", Map.of("plan", plan)).body()).contains("\"meetings\"");
        for (String file : List.of("getSheets", "getCalendars", "getLedgerWorkbook", "getArchive")) {
            assertThat(program.call(file, Map.of("plan", plan)).body()).as(file).startsWith("PK");
        }
        followStaffMember(school, plan, week);
    }

    /** A school's files become a plan; unreadable files are refused with the reasons. */
    private void importFiles(String school) {
        Path files = Path.of("../../examples/school-12-classes");
        Map<String, String> asked =
                Map.of("organisation", school, "schoolYear", "2026/27", "createPlan", "true", "acceptWarnings", "true");
        Answer made = program.upload(
                "importFiles",
                asked,
                List.of(
                        UploadedFile.of("files", files.resolve("skema.csv")),
                        UploadedFile.of("files", files.resolve("medarbejdere.csv")),
                        UploadedFile.of("files", files.resolve("lokaler.csv")),
                        UploadedFile.of("bells", files.resolve("ringetider.csv"))));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        Answer staff = program.call("listStaff", Map.of("plan", text(made, "/plan/id")));
        assertThat((List<?>) staff.at("/items")).hasSizeGreaterThan(10);
        Answer refused = program.upload("importFiles", asked, List.of(new UploadedFile("files", "tom.csv", "\n")));
        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
    }

    /** Requests the effect of a change, then makes the change; the values that it set are locked. */
    private void changeByHand(String plan) {
        Map<String, String> here = Map.of("plan", plan);
        List<?> meetings = (List<?>) program.call("exportTimetable", here).at("/meetings");
        String session = meetings.stream()
                .map(one -> (Map<?, ?>) one)
                .filter(one -> "module".equals(one.get("kind")))
                .map(one -> String.valueOf(one.get("sessionId")))
                .findFirst()
                .orElseThrow();
        program.call("listTargets", Map.of("plan", plan, "session", session));
        Answer choices = program.call("listCandidates", Map.of("plan", plan, "session", session, "position", "0"));
        var change = Map.of(
                "changes",
                List.of(Map.of(
                        "what",
                        "SEAT",
                        "sessionId",
                        session,
                        "position",
                        0,
                        "staffId",
                        text(choices, "/candidates/0/staffId"))));
        Answer foreseen = program.call("tryChanges", here, change);
        Answer kept = program.call("makeChanges", planParameters(plan), change);
        assertThat(kept.status()).as(kept.body()).isEqualTo(200);
        assertThat(kept.at("/effect/after")).as(kept.body()).isEqualTo(foreseen.at("/after"));
        assertThat((List<?>) program.call("listLocks", here).at("/sessions")).hasSize(1);
        Answer locked =
                program.call("lock", planParameters(plan), Map.of("staffId", "rasmus", "what", List.of("SEATS")));
        assertThat(locked.status()).as(locked.body()).isEqualTo(200);
        assertThat((List<?>) program.call("listLocks", here).at("/sessions")).hasSizeGreaterThan(1);
    }

    private Map<String, String> planParameters(String plan) {
        return Map.of(
                "plan",
                plan,
                "If-Match",
                program.call("getPlan", Map.of("plan", plan)).tag());
    }

    /** A staff member gets an account, signs in, sees her meetings and enters attendance. */
    private void followStaffMember(String school, String plan, String week) {
        program.call("usePlan", planParameters(plan), Map.of("inUse", true));
        String signInName = "bente-" + plan + "@lejr.example";
        Answer account = program.call(
                "createAccount",
                Map.of("organisation", school),
                Map.of(
                        "name",
                        "Bente Kjær",
                        "signInName",
                        signInName,
                        "roles",
                        List.of(Map.of("role", "STAFF", "staff", "bente"))));
        OpenApiClient page = program.using(ServiceClient.anonymous(server));
        String password = "en lang sætning 27";
        page.call("choosePassword", Map.of(), Map.of("code", text(account, "/passwordCode"), "password", password));
        Answer signedIn = page.call("signIn", Map.of(), Map.of("signInName", signInName, "password", password));
        OpenApiClient bente =
                program.using(ServiceClient.anonymous(server).withHeader("Cookie", TestSchool.cookies(signedIn)));
        Answer own = bente.call("getMyTimetable", Map.of("week", week));
        String session = text(own, "/plans/0/own/entries/0/session");
        Map<String, String> meeting = Map.of(
                "plan",
                plan,
                "session",
                session,
                "date",
                text(own, "/plans/0/own/entries/0/date"),
                "X-CSRF-Token",
                text(signedIn, "/csrfToken"));
        Answer entered = bente.call("putOwnDelivery", meeting, Map.of("held", false, "reason", "Udflugt"));
        assertThat(entered.status()).as(entered.body()).isEqualTo(200);
        assertThat(bente.call("getPlan", Map.of("plan", plan)).status()).isEqualTo(403);
        assertThat(program.call("listDeliveries", Map.of("plan", plan)).body()).contains(session);
        assertThat(program.call("getLedger", Map.of("plan", plan)).at("/notHeld/0/reason"))
                .isEqualTo("Udflugt");
    }

    private Answer awaitSolve(String solve) {
        Answer ended = Polling.until(() -> program.call("getSolve", Map.of("job", solve)), Polling::hasEnded);
        assertThat(ended.at("/state")).as(ended.body()).isEqualTo("DONE");
        return ended;
    }

    private static String text(Answer answer, String pointer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
        return String.valueOf(answer.at(pointer));
    }
}
