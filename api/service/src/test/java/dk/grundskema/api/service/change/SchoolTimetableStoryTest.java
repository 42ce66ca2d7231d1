package dk.grundskema.api.service.change;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.PageClient;
import dk.grundskema.api.platform.testing.Polling;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.ServiceClient.UploadedFile;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.testing.SolvedPlans;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A new timetable of the school in a plan in use, over REST and on the page. */
final class SchoolTimetableStoryTest {
    private static final Path SCHOOL = Path.of("../../examples/school-12-classes");
    private static final String NOW = "2026-11-02T06:40";
    /** Status while the previews of other tests take all places for long computations. */
    private static final int BUSY = 429;

    private static final String MONDAY_FIRST = "1A;;MAT;EK;Lokale 1A;Mandag;1";
    private static final String MONDAY_SIXTH = "1A;;MAT;EK;Lokale 1A;Mandag;6";

    private final Server server = TestServices.on(TestDatabase.H2);
    private final TestSchool school = TestSchool.create(server);
    private final ServiceClient client = ServiceClient.administrator(server);
    private final String place = SolvedPlans.createSolvedPlan(
            client, server, school.path(), TestServices.exampleProblem("school-12-classes"), 300);
    private final String page = "/plans/" + TestPlans.planIdOf(place).value() + "/changes/school-timetable";
    private final PageClient planner = PageClient.signedInAs(school.addPerson(Role.PLANNER));

    private static String list(String name) throws IOException {
        return Files.readString(SCHOOL.resolve(name)).replace("\uFEFF", "");
    }

    /** Returns the timetable with everybody's name instead of initials. */
    private static String withNames(String timetable) throws IOException {
        String named = timetable;
        for (String line : list("medarbejdere.csv").lines().skip(1).toList()) {
            String[] cells = line.split(";", -1);
            named = named.replace(";" + cells[0] + ";", ";" + cells[1] + ";");
        }
        return named;
    }

    /** The client writes each character of a file as one byte. */
    private static UploadedFile inUtf8(String field, String name, String text) {
        return new UploadedFile(
                field, name, new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    }

    private Answer upload(String timetable, String query, UploadedFile... more) throws IOException {
        var files = new ArrayList<>(List.of(
                inUtf8("files", "skema.csv", timetable), UploadedFile.of("bells", SCHOOL.resolve("ringetider.csv"))));
        files.addAll(List.of(more));
        return Polling.until(
                () -> client.upload(place + "/changes/school-timetable?" + query, files),
                answer -> answer.status() != BUSY);
    }

    private Answer known(String preview) {
        Polling.until(
                "the least change is known",
                () -> !client.get(preview).at("/state").equals("SEARCHING"));
        return client.get(preview);
    }

    @Test
    @Tag("http")
    void movedLessonIsPreviewedAndKeptAsOneStepAndTheInterventionsStay() throws IOException {
        Object interventions = client.get(place + "/problem").at("/interventions");

        Answer asked = upload(
                list("skema.csv").replace(MONDAY_FIRST, MONDAY_SIXTH),
                "now=" + NOW + "&timetableFrom=2026-11-09&steps=300&freshSeconds=0");

        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        assertThat(asked.body())
                .contains("import.staff-twice")
                .as("initials alone are no other name")
                .doesNotContain("school-timetable.renamed-staff");
        Answer preview = known(asked.header("Location"));
        assertThat(preview.body()).contains("MAT (1A)", "12:45–13:30", "9 November");
        Answer kept = client.withHeader("If-Match", client.get(place).tag())
                .post(asked.header("Location") + "/keep", Map.of("which", "LEAST"));
        assertThat(kept.status()).as(kept.body()).isEqualTo(200);
        assertThat(kept.at("/revision/code")).isEqualTo("revision.changed-from-one");
        Answer problem = client.get(place + "/problem");
        assertThat(problem.at("/interventions")).isEqualTo(interventions);
        assertThat(problem.body()).contains("\"1a-mat-mon-0800\"", "-2026-W46\"");
    }

    @Test
    void theSameTimetableChangesNothing() throws IOException {
        Answer asked = upload(list("skema.csv"), "now=" + NOW + "&steps=300&freshSeconds=0");

        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        assertThat(known(asked.header("Location")).at("/least/dates")).isEqualTo(0);
    }

    @Test
    void filesThatCannotBeReadAndADayThatIsOverAreRefusedWithTheirPlace() throws IOException {
        Answer unread = upload(list("skema.csv").replace(MONDAY_FIRST, "1A;;MAT;EK;Lokale 1A;Mondag;1"), "now=" + NOW);
        Answer early = upload(list("skema.csv"), "now=" + NOW + "&timetableFrom=2026-10-26");
        for (String far : List.of("1900-01-01", "2027-08-01", "9999-12-31")) {
            Answer late = upload(list("skema.csv"), "now=" + NOW + "&timetableFrom=" + far);
            Answer outside = upload(list("skema.csv"), "now=" + far + "T08:00");

            assertThat(late.status()).as(late.body()).isEqualTo(422);
            assertThat(late.body()).contains("/timetableFrom");
            assertThat(outside.status()).as(outside.body()).isEqualTo(422);
            assertThat(outside.body()).contains("change.outside-plan", "/now");
        }
        Answer none = client.upload(place + "/changes/school-timetable?now=" + NOW, List.of());

        assertThat(unread.status()).as(unread.body()).isEqualTo(422);
        assertThat(unread.body()).contains("skema.csv: F2", "Mondag");
        assertThat(early.status()).as(early.body()).isEqualTo(422);
        assertThat(early.body()).contains("/timetableFrom", "school-timetable.starts-in-the-past");
        assertThat(none.status()).as(none.body()).isEqualTo(400);
    }

    @Test
    void pageGoesOnAtOnceIfThereIsNothingToLookAt() throws IOException {
        String form = planner.get(page).body();
        HttpResponse<String> sent = send(withNames(list("skema.csv")), Map.of("now", NOW));

        assertThat(form).contains("Et nyt skema fra skolen", "Det nye skemas første dag");
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        assertThat(PageClient.redirectTarget(sent)).contains("/changes/");
    }

    @Test
    void pageSaysThatNoQuestionIsOpenWhereThereAreOnlyNotes() throws IOException {
        planner.get(page);
        String teacherTwiceAtOnce = list("skema.csv").strip() + "\n1B;;MAT;EK;Lokale 1B;Mandag;1\n";
        HttpResponse<String> noted = send(teacherTwiceAtOnce, Map.of("now", NOW));

        assertThat(noted.statusCode()).as(noted.body()).isEqualTo(200);
        assertThat(noted.body()).contains("Se på det her først", "Ingen spørgsmål er åbne", "class=\"notes\"");
    }

    @Test
    void pageAsksAboutANearlyEqualNameAndRemembersTheAnswer() throws IOException {
        String nearly = withNames(list("skema.csv")).replace(";Mette Holm;", ";Mette Holmm;");
        planner.get(page);
        HttpResponse<String> asked = send(nearly, Map.of("now", NOW));
        HttpResponse<String> answered = send(
                nearly,
                Map.of(
                        "now",
                        NOW,
                        "answer",
                        "{\"kind\": \"STAFF\", \"word\": \"Mette Holmm\", \"meaning\": \"Mette Holm\"}"));
        PageClient colleague = PageClient.signedInAs(school.addPerson(Role.PLANNER));
        colleague.get(page);
        HttpResponse<String> again = send(colleague, nearly, Map.of("now", NOW));

        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(200);
        assertThat(asked.body())
                .contains("Se på det her først", "den samme som Mette Holm (sandsynligt)", "en ny person", "Gå videre")
                .doesNotContain("Ingen spørgsmål er åbne");
        assertThat(answered.statusCode()).as(answered.body()).isEqualTo(303);
        assertThat(again.statusCode()).as("the answer is remembered").isEqualTo(303);
    }

    @Test
    void answersOfThoseWhoMayNotChangeTheListsAreNotRemembered() throws IOException {
        String nearly = withNames(list("skema.csv")).replace(";Mette Holm;", ";Mette Holmm;");
        PageClient coordinator = PageClient.signedInAs(school.addPerson(Role.COORDINATOR));
        coordinator.get(page);
        HttpResponse<String> answered = send(
                coordinator,
                nearly,
                Map.of(
                        "now",
                        NOW,
                        "answer",
                        "{\"kind\": \"STAFF\", \"word\": \"Mette Holmm\", \"meaning\": \"Mette Holm\"}"));
        planner.get(page);
        HttpResponse<String> asked = send(nearly, Map.of("now", NOW));

        assertThat(answered.statusCode()).as(answered.body()).isEqualTo(303);
        assertThat(asked.body()).contains("den samme som Mette Holm");
    }

    @Test
    void answersSurviveAWrongDateAndCanBeForgotten() throws IOException {
        String nearly = withNames(list("skema.csv")).replace(";Mette Holm;", ";Mette Holmm;");
        String answer = "{\"kind\": \"STAFF\", \"word\": \"Mette Holmm\", \"meaning\": \"Mette Holm\"}";
        planner.get(page);
        String wrong = send(nearly, Map.of("now", NOW, "timetableFrom", "2026-10-26", "answer", answer))
                .body();
        HttpResponse<String> forgotten = send(
                nearly,
                Map.of(
                        "now",
                        NOW,
                        "given",
                        "[" + answer + "]",
                        "forget",
                        "{\"kind\": \"STAFF\", \"word\": \"Mette Holmm\"}"));

        assertThat(wrong).contains("Ikke endnu", "ligger før ændringens tidspunkt");
        assertThat(wrong).contains("name=\"given\" value=\"[{&quot;kind&quot;").contains("Mette Holmm");
        assertThat(forgotten.body()).contains("den samme som Mette Holm");
    }

    @Test
    void pageGoesOnWithWhatWasShownOnlyIfItWasShown() throws IOException {
        String nearly = withNames(list("skema.csv")).replace(";Mette Holm;", ";Mette Holmm;");
        planner.get(page);
        HttpResponse<String> unseen = send(nearly, Map.of("now", NOW, "step", "preview", "seen", "1"));
        String seen = unseen.body().replaceAll("(?s).*name=\"seen\" value=\"([^\"]+)\".*", "$1");
        HttpResponse<String> shown = send(nearly, Map.of("now", NOW, "step", "preview", "seen", seen));

        assertThat(unseen.statusCode()).isEqualTo(200);
        assertThat(shown.statusCode()).as(shown.body()).isEqualTo(303);
    }

    @Test
    void pageSaysWhatIsWrong() throws IOException {
        planner.get(page);
        HttpResponse<String> unread =
                send(list("skema.csv").replace(MONDAY_FIRST, "1A;;MAT;EK;Lokale 1A;Mondag;1"), Map.of("now", NOW));
        HttpResponse<String> early = send(list("skema.csv"), Map.of("now", NOW, "timetableFrom", "2026-10-26"));
        HttpResponse<String> none = planner.submitFiles(page, Map.of("now", NOW), Map.of());

        assertThat(unread.statusCode()).isEqualTo(422);
        assertThat(unread.body()).contains("Filerne kan ikke bruges sådan", "skema.csv · F2", "Mondag");
        assertThat(early.body()).contains("ligger før ændringens tidspunkt");
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body()).contains("Ikke endnu", "Vælg mindst én fil");
    }

    @Test
    void restAsksAboutALessonThatItCannotPairAndTheMappingAnswers() throws IOException {
        String other = list("skema.csv").replace(MONDAY_FIRST, MONDAY_FIRST.replace(";MAT;", ";FIL;"));
        String query = "now=" + NOW + "&steps=300&freshSeconds=0";

        Answer asked = upload(other, query);
        String word = String.valueOf(asked.at("/questions/0/word"));
        Answer answered = upload(
                other,
                query,
                mapping("{\"inPlan\": {\"lessons\": {\"" + word + "\": \"" + asked.at("/questions/0/choices/1/meaning")
                        + "\"}}}"));
        Answer wrong = upload(other, query, mapping("""
                {"inPlan": {"staff": {"Nobody": "Nobody else"}, "lessons": {"1A MONDAY 08:00 X": "1A MONDAY 08:00 MAT"}}}"""));

        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        assertThat(asked.at("/questions/0/field")).isEqualTo("/inPlan/lessons");
        assertThat(word).startsWith("1A MONDAY 08:00 FIL (");
        assertThat(String.valueOf(asked.at("/questions/0/choices/1/meaning"))).startsWith("1A MONDAY 08:00 MAT (");
        assertThat(answered.status()).as(answered.body()).isEqualTo(202);
        assertThat(answered.at("/questions")).isEqualTo(List.of());
        assertThat(known(answered.header("Location")).body()).contains("FIL").doesNotContain("no longer held");
        assertThat(wrong.status()).as(wrong.body()).isEqualTo(422);
        assertThat(wrong.body()).contains("/inPlan/staff/Nobody", "/inPlan/lessons/1A MONDAY 08:00 X");
    }

    @Test
    void pageAsksAboutALessonAndRefusesOneEntryOfThePlanForTwo() throws IOException {
        String other = withNames(list("skema.csv"))
                .replace(";Mette Holm;", ";Nina Ny;")
                .replace(
                        MONDAY_FIRST.replace(";EK;", ";" + teacherOfFirst() + ";"),
                        "1A;;FIL;Otto Ny;Lokale 1A;Mandag;1");
        String same = "{\"kind\": \"PLAN_STAFF\", \"word\": \"%s\", \"meaning\": \"Mette Holm\"}";
        planner.get(page);
        HttpResponse<String> asked = send(other, Map.of("now", NOW));
        HttpResponse<String> twice = send(
                other,
                Map.of("now", NOW, "given", "[" + same.formatted("Nina Ny") + ", " + same.formatted("Otto Ny") + "]"));
        HttpResponse<String> unfit =
                send(other, Map.of("now", NOW, "given", "[" + same.formatted("Somebody of other files") + "]"));

        assertThat(asked.body())
                .contains("FIL, mandag 08.00, 1A, med Otto Ny er", "i stedet for MAT, mandag 08.00, 1A")
                .contains("&quot;Nina Ny&quot; er ikke i planen", "den samme som Mette Holm");
        assertThat(twice.statusCode()).isEqualTo(422);
        assertThat(twice.body()).contains("kan ikke begge være");
        assertThat(unfit.statusCode())
                .as("answers about other files are left out")
                .isEqualTo(200);
    }

    @Test
    void restAsksAboutASuccessorWithTheSameInitials() throws IOException {
        UploadedFile staff = inUtf8(
                "files",
                "medarbejdere.csv",
                list("medarbejdere.csv")
                        .replace("EK;Else Kjær;", "EK;Emil Ny;")
                        .replaceAll("(?m)^(\\p{Lu}+;[^;]+ [^;]+);", "$1 Lund;")
                        .replace("Emil Ny Lund", "Emil Ny"));

        Answer asked = upload(list("skema.csv"), "now=" + NOW + "&steps=300&freshSeconds=0", staff);

        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        assertThat(asked.body())
                .as("longer names of the others")
                .contains("school-timetable.renamed-staff", "school-timetable.more-findings");
        assertThat(asked.at("/questions/0/field")).isEqualTo("/inPlan/staff");
        assertThat(asked.at("/questions/0/word")).isEqualTo("Emil Ny");
        assertThat(asked.at("/questions/0/choices/1/meaning")).isEqualTo("Else Kjær");
    }

    @Test
    void pageAsksOnceAboutARenamedSubjectAndRemembersTheAnswer() throws IOException {
        String renamed = withNames(list("skema.csv")).replace(";MAT;", ";Matematik;");
        String answer = "{\"kind\": \"PLAN_SUBJECT\", \"word\": \"Matematik\", \"meaning\": \"MAT\"}";
        planner.get(page);
        HttpResponse<String> asked = send(renamed, Map.of("now", NOW));
        HttpResponse<String> answered = send(renamed, Map.of("now", NOW, "answer", answer));
        HttpResponse<String> again = send(renamed, Map.of("now", NOW));

        assertThat(asked.body())
                .contains("Faget &quot;Matematik&quot; er ikke i planen", "det samme fag som MAT (sandsynligt)")
                .contains("regnes for nyt")
                .doesNotContain("i stedet for MAT");
        assertThat(answered.statusCode()).as(answered.body()).isEqualTo(303);
        assertThat(again.statusCode()).as("the answer is remembered").isEqualTo(303);
    }

    @Test
    void anAnswerAboutEarlierFilesGivesWayToOneAboutThese() throws IOException {
        String names = withNames(list("skema.csv"));
        String same = "{\"kind\": \"PLAN_STAFF\", \"word\": \"%s\", \"meaning\": \"Mette Holm\"}";
        planner.get(page);
        HttpResponse<String> first = send(
                names.replace(";Mette Holm;", ";Nina Ny;"), Map.of("now", NOW, "answer", same.formatted("Nina Ny")));
        HttpResponse<String> second = send(
                names.replace(";Mette Holm;", ";Otto Ny;").replace(";" + teacherOfFirst() + ";", ";Nina Ny;"),
                Map.of("now", NOW, "answer", same.formatted("Otto Ny")));

        assertThat(first.statusCode()).as(first.body()).isEqualTo(303);
        assertThat(second.statusCode()).as(second.body()).isEqualTo(200);
        assertThat(second.body())
                .contains("&quot;Nina Ny&quot; er ikke i planen")
                .doesNotContain("kan ikke begge");
    }

    private static String teacherOfFirst() throws IOException {
        return withNames(";EK;").replace(";", "");
    }

    private static UploadedFile mapping(String text) {
        return inUtf8("mapping", "mapping.json", text);
    }

    private HttpResponse<String> send(String timetable, Map<String, String> fields) throws IOException {
        return send(planner, timetable, fields);
    }

    /** Sends the form, and discards the preview that it leads to, so that other tests have room for theirs. */
    private HttpResponse<String> send(PageClient who, String timetable, Map<String, String> fields) throws IOException {
        var files = Map.of("skema.csv", timetable, "ringetider.csv", list("ringetider.csv"));
        HttpResponse<String> answer =
                Polling.until(() -> who.submitFiles(page, fields, files), one -> one.statusCode() != BUSY);
        if (answer.statusCode() == 303) {
            String preview = PageClient.redirectTarget(answer);
            who.get(preview);
            who.submit(preview + "/discard", Map.of());
            who.get(page);
        }
        return answer;
    }
}
