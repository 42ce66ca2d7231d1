package dk.grundskema.api.service.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.PageClient;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.api.service.testing.PublishedCampFixture;
import dk.grundskema.api.service.testing.SolvedPlans;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.timetable.Meeting;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The history pages of a plan. */
final class HistoryPagesTest {
    private static final Pattern LOOKS = Pattern.compile("href=\"(/plans/\\w+/looks\\?of=[^\"]+)\"");

    private final Server server = TestServices.on(TestDatabase.H2);
    private final TestSchool school = TestSchool.create(server);
    private final String place = SolvedPlans.createSolvedPlan(
            ServiceClient.administrator(server),
            server,
            school.path(),
            TestServices.exampleProblem("camp-3-weeks"),
            300);
    private final String path = "/plans/" + TestPlans.planIdOf(place).value();

    private Plan plan() {
        return server.bean(PlanStore.class).get(TestPlans.planIdOf(place));
    }

    private Revision numbered(int number) {
        return server.bean(PlanStore.class)
                .revisions(TestPlans.planIdOf(place), number + 1, 1)
                .getFirst();
    }

    private void changed() {
        PublishedCampFixture.of(server, place).change(all -> all.subList(40, all.size()));
    }

    private Map<String, String> version() {
        return Map.of("version", String.valueOf(plan().version()));
    }

    @Test
    void historyShowsActionsAndTheCurrentAndPublishedRevisions() {
        PublishedCampFixture.of(server, place).publish();
        String page = PageClient.signedInAs(school.addPerson(Role.READER))
                .get(path + "/history")
                .body();
        assertThat(page)
                .contains("Planen er oprettet", "Planlagt af computeren", ">Nu<", ">Udgivet<")
                .contains(path + "/history/" + plan().head())
                .doesNotContain("/history/undo");
    }

    @Test
    void changedRoomIsDescribedWithBothValuesAndTheSameAgainMakesNoRevision() {
        ServiceClient client = ServiceClient.administrator(server);
        Object name = client.get(place + "/problem").at("/rooms/0/name");
        Object before = client.get(place + "/problem").at("/rooms/0/capacity");
        var room = Map.of("name", name, "kind", client.get(place + "/problem").at("/rooms/0/kind"), "capacity", 77);
        String rooms = place + "/rooms/" + client.get(place + "/problem").at("/rooms/0/id");
        client.withHeader("If-Match", client.get(place).tag()).put(rooms, room);
        long version = plan().version();
        client.withHeader("If-Match", client.get(place).tag()).put(rooms, room);

        assertThat(plan().version()).isEqualTo(version);
        assertThat(PageClient.signedInAs(school.addPerson(Role.READER))
                        .get(path + "/history")
                        .body())
                .contains("Lokale " + name + " er ændret: Pladser: " + before + " → 77");
    }

    @Test
    void publicationsAndAbsencesAreEntriesAndReadersDoNotReadWhoIsAway() {
        ServiceClient client = ServiceClient.administrator(server);
        PublishedCampFixture.of(server, place).publish();
        String name = String.valueOf(client.get(place + "/problem").at("/staff/0/name"));
        client.post(
                place + "/absences",
                Map.of(
                        "staffId",
                        client.get(place + "/problem").at("/staff/0/id"),
                        "from",
                        "2026-09-08T00:00",
                        "until",
                        "2026-09-09T00:00"));

        assertThat(PageClient.signedInAs(school.addPerson(Role.PLANNER))
                        .get(path + "/history")
                        .body())
                .contains("Udgivet som nummer 1", name + " er meldt fraværende tirsdag 8. september");
        assertThat(PageClient.signedInAs(school.addPerson(Role.READER))
                        .get(path + "/history")
                        .body())
                .contains("Udgivet som nummer 1", "Et fravær er meldt")
                .doesNotContain(name + " er meldt");
    }

    @Test
    void manualEditIsDescribedInTheHistoryAndAtItsUndoButton() {
        PublishedCampFixture camp = PublishedCampFixture.of(server, place);
        StaffId busiest = camp.busiest();
        Meeting module = camp.meetingsOf(busiest).getFirst();
        ServiceClient client = ServiceClient.administrator(server);
        var change = Map.of(
                "what",
                "SEAT",
                "sessionId",
                module.sessionId().value(),
                "position",
                module.seats().size() - 1);
        client.withHeader("If-Match", client.get(place).tag())
                .post(place + "/edits", Map.of("changes", List.of(change)));
        PageClient planner = PageClient.signedInAs(school.addPerson(Role.PLANNER));
        assertThat(planner.get(path + "/history").body())
                .containsPattern("<span>" + module.title() + "[^<]*: personale</span>");
        String week = path + "/timetable?of=STAFF:" + busiest.value();
        assertThat(planner.get(week).body())
                .containsPattern("data-step=\"undo\"[^>]*data-text=\"" + module.title() + "[^\"]*: personale\"");
    }

    /** Replaces a staff member. */
    private void named(String id, String name) {
        ServiceClient client = ServiceClient.administrator(server);
        var sent = client.withHeader("If-Match", client.get(place).tag())
                .put(place + "/staff/" + id, Map.of("name", name));
        assertThat(sent.status()).as(sent.body()).isEqualTo(200);
    }

    @Test
    void changedStaffMemberIsCalledByTheCurrentName() {
        long before = plan().version();
        named("bh-2", "Bente Berg");
        named("bh-2", "Bente Holm");
        PageClient reader = PageClient.signedInAs(school.addPerson(Role.READER));
        String news = reader.get(path + "/news?version=" + before).body();
        assertThat(reader.get(path + "/history").body())
                .contains("Medarbejder Bente Holm er kommet til", "Medarbejder Bente Holm er ændret")
                .doesNotContain("Medarbejder bh-2");
        assertThat(reader.get(path).body()).contains("Medarbejder Bente Holm er ændret");
        assertThat(news).contains("Medarbejder Bente Holm er kommet til", "Medarbejder Bente Holm er ændret");
        assertThat(numbered(4).arguments()).as("what is kept").containsExactly("bh-2");

        ServiceClient client = ServiceClient.administrator(server);
        client.withHeader("If-Match", client.get(place).tag()).delete(place + "/staff/bh-2");
        assertThat(reader.get(path + "/history").body())
                .as("staff member no longer in the plan")
                .contains("Medarbejder bh-2 er ændret", "Medarbejder bh-2 er fjernet")
                .doesNotContain("Bente Holm");
    }

    @Test
    void aStudentWhoWasChangedIsNotNamed() {
        ServiceClient client = ServiceClient.administrator(server);
        String id = String.valueOf(client.get(place + "/problem").at("/students/0/id"));
        var sent = client.withHeader("If-Match", client.get(place).tag())
                .put(place + "/students/" + id, Map.of("name", "Ulla Usynlig"));
        assertThat(sent.status()).as(sent.body()).isEqualTo(200);
        PageClient planner = PageClient.signedInAs(school.addPerson(Role.PLANNER));
        assertThat(planner.get(path + "/history").body())
                .contains("Elev 1 er ændret")
                .doesNotContain("Ulla Usynlig", "Elev " + id);
    }

    @Test
    void anOlderRevisionIsLookedAtBesideThePresentOne() {
        changed();
        PageClient planner = PageClient.signedInAs(school.addPerson(Role.PLANNER));
        String page = planner.get(path + "/history/" + numbered(2).id()).body();
        assertThat(page)
                .contains("Revision 2", "Fra revision 2 til revision 3", "Gå tilbage til denne", "Udgiv denne")
                .contains("moduler og møder er anderledes", "class=\"of-0\"", "class=\"of-1\"")
                .doesNotContain("style=");
        Matcher looks = LOOKS.matcher(page);
        assertThat(looks.find()).isTrue();
        HttpResponse<String> style = planner.get(looks.group(1).replace("&amp;", "&"));
        assertThat(style.body()).contains(".of-0 .k0 {", ".of-1 .k0 {", "prefers-color-scheme: dark");
    }

    @Test
    void aPersonWhoGoesBackMakesANewRevisionAndCanUndo() {
        changed();
        PageClient planner = PageClient.signedInAs(school.addPerson(Role.PLANNER));
        planner.get(path + "/history");
        HttpResponse<String> sent =
                planner.submit(path + "/history/" + numbered(2).id() + "/return", version());
        assertThat(PageClient.redirectTarget(sent)).isEqualTo(path + "/history?done=returned");
        assertThat(planner.get(PageClient.redirectTarget(sent)).body())
                .contains("Tilbage til revision 2", "Du kan fortryde det.");
        assertThat(numbered(4).timetable()).isEqualTo(numbered(2).timetable());
        assertThat(PageClient.redirectTarget(planner.submit(path + "/history/undo", version())))
                .isEqualTo(path + "/history?done=undone");
        assertThat(plan().head()).isEqualTo(numbered(3).id());
        assertThat(planner.get(path + "/history").body()).contains("Gentag: Tilbage til revision 2");
        planner.submit(path + "/history/redo", version());
        assertThat(plan().head()).isEqualTo(numbered(4).id());
    }

    @Test
    void stepsThatMakeNoRevisionAreSaidWithWhoTookThemAndWhen() {
        changed();
        PageClient planner = PageClient.signedInAs(school.addPerson(Role.PLANNER));
        planner.get(path + "/history");
        planner.submit(path + "/history/undo", version());
        String undone = planner.get(path + "/history").body().replaceAll("\\s+", " ");
        assertThat(undone)
                .containsPattern(
                        "class=\"at\">[\\d.]+</span> <span class=\"what\"><span>Revision 3 blev fortrudt</span>"
                                + " <span class=\"quiet\"><bdi>En Person</bdi>")
                .containsPattern("<li class=\"now\">(?:(?!</li>).)*Planlagt af computeren");
        assertThat(planner.get(path).body()).contains("Sidst ændret af En Person: Revision 3 blev fortrudt");
        ServiceClient client = ServiceClient.administrator(server);
        client.post(place + "/scenarios", Map.of("title", "Et andet bud"));
        assertThat(planner.get(path + "/scenarios").body()).contains("Revision 3 blev fortrudt");
        planner.submit(path + "/history/redo", version());
        client.withHeader("If-Match", client.get(place).tag()).put(place + "/in-use", Map.of("inUse", true));
        assertThat(planner.get(path + "/history").body())
                .containsSubsequence(
                        "Planen er nu den, man arbejder efter",
                        "Revision 3 blev gentaget",
                        "Revision 3 blev fortrudt",
                        "Planen er oprettet");
    }

    @Test
    void aLongHistoryIsOnSeveralPagesAndNothingOfItIsLeftOut() {
        ServiceClient client = ServiceClient.administrator(server);
        for (int i = 1; i <= 52; i++) {
            client.withHeader("If-Match", client.get(place).tag())
                    .put(place + "/title", Map.of("title", "Titel nr. " + i));
        }
        PageClient reader = PageClient.signedInAs(school.addPerson(Role.READER));
        String page = reader.get(path + "/history").body();
        assertThat(page).contains("Titel nr. 52&quot;", "Titel nr. 3&quot;").doesNotContain("Titel nr. 2&quot;");
        Matcher earlier = Pattern.compile("history\\?before=\\d+").matcher(page);
        assertThat(earlier.find()).isTrue();
        assertThat(reader.get("/plans/" + TestPlans.planIdOf(place).value() + "/" + earlier.group())
                        .body())
                .contains("Titel nr. 2&quot;", "Titel nr. 1&quot;", "Planen er oprettet")
                .doesNotContain("Titel nr. 3&quot;")
                .doesNotContainPattern("href=\"[^\"]*history\\?before=");
    }

    @Test
    void lateReturnToARevisionIsRefusedAndChangesNothing() {
        PageClient planner = PageClient.signedInAs(school.addPerson(Role.PLANNER));
        planner.get(path + "/history");
        Map<String, String> seen = version();
        changed();
        HttpResponse<String> page =
                planner.submit(path + "/history/" + numbered(1).id() + "/return", seen);
        assertThat(page.statusCode()).isEqualTo(412);
        assertThat(page.body()).contains("i mellemtiden", "role=\"alert\"");
        assertThat(plan().head()).isEqualTo(numbered(3).id());
    }

    @Test
    void readerCannotReturnToARevisionOrUndo() {
        changed();
        PageClient reader = PageClient.signedInAs(school.addPerson(Role.READER));
        String shown = path + "/history/" + numbered(2).id();
        assertThat(reader.get(shown).body())
                .contains("Revision 2")
                .doesNotContain("/return")
                .doesNotContain("Udgiv denne");
        assertThat(reader.submit(shown + "/return", version()).statusCode()).isEqualTo(403);
        assertThat(reader.submit(path + "/history/undo", version()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void revisionsOfOtherPlansAreNotThere() {
        String other = SolvedPlans.createSolvedPlan(
                ServiceClient.administrator(server),
                server,
                school.path(),
                TestServices.exampleProblem("camp-3-weeks"),
                300);
        String theirs = server.bean(PlanStore.class)
                .get(TestPlans.planIdOf(other))
                .head()
                .value();
        PageClient planner = PageClient.signedInAs(school.addPerson(Role.PLANNER));
        assertThat(planner.get(path + "/history/" + theirs).statusCode()).isEqualTo(404);
        assertThat(planner.get(path + "/looks?of=" + theirs).statusCode()).isEqualTo(422);
    }
}
